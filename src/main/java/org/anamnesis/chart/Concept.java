package org.anamnesis.chart;

import java.util.List;

/**
 * What a fact names: the words a clinician reads, and the codes behind them.
 *
 * @param text the best words the source gives, never blank
 * @param codings the codes, in the source's order; may be empty
 */
public record Concept(String text, List<Coding> codings) {

    public Concept {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a concept needs words");
        }
        codings = List.copyOf(codings);
    }

    /** A concept known by its words alone. */
    public static Concept of(String text) {
        return new Concept(text, List.of());
    }

    /** Whether one of the codings is this code of this system. */
    public boolean isCodedAs(String system, String code) {
        return codings.stream()
                .anyMatch(coding ->
                        coding.system().equals(system) && coding.code().equals(code));
    }

    /**
     * One code of a terminology.
     *
     * @param system the terminology's URI, empty where the source gave none
     * @param code the code
     * @param display the source's words for it, empty where it gave none
     */
    public record Coding(String system, String code, String display) {}
}
