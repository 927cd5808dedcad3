package org.anamnesis.sandbox.model;

import java.util.List;

/**
 * A request the stand-in answered.
 *
 * @param script the script it played
 * @param model the model that was asked for
 * @param streamed whether a streamed answer was asked for
 * @param prompt every message's text, in order
 * @param planted what the answer holds that must not get through
 */
public record Received(String script, String model, boolean streamed, List<String> prompt, List<String> planted) {

    public Received {
        prompt = List.copyOf(prompt);
        planted = List.copyOf(planted);
    }
}
