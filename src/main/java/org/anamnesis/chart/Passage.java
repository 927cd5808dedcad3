package org.anamnesis.chart;

import java.util.Optional;

/**
 * One sentence of a note, as evidence.
 *
 * @param id the note's id with the sentence's number
 * @param section the heading it stands under, as written, where the note has headings
 * @param text the sentence, white space folded
 * @param start where it begins in the note's plain text, in UTF-16 code units
 * @param end where it ends there, exclusive
 */
public record Passage(CitationId id, Optional<String> section, String text, int start, int end) {

    public Passage {
        if (id.sentence().isEmpty()) {
            throw new IllegalArgumentException("a passage is a sentence of a note");
        }
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a passage stands somewhere in its note");
        }
    }
}
