package org.anamnesis.document;

import java.util.List;

/**
 * One cited resource.
 *
 * @param number as the text refers to it, from 1
 * @param reference {@code Type/id/_history/version}
 * @param facts what it says: kind, words with the value, date
 */
public record Endnote(int number, String reference, List<String> facts) {

    public Endnote {
        facts = List.copyOf(facts);
    }

    /** On one line, for people. */
    public String text() {
        return String.join("; ", facts) + " (" + reference + ")";
    }
}
