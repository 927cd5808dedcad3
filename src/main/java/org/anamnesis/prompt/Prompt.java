package org.anamnesis.prompt;

import java.util.List;

/**
 * A question to a model before the privacy step. It cannot be sent: the model gateway takes a released prompt only.
 *
 * @param version the instructions' name and version, e.g. {@code brief-3}
 * @param hash SHA-256 of the instructions, in hex
 * @param instructions our words, without patient data
 * @param lines the chart's lines
 */
public record Prompt(String version, String hash, String instructions, List<String> lines) {

    public Prompt {
        lines = List.copyOf(lines);
    }
}
