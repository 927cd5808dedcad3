package org.anamnesis.chart;

import java.util.Arrays;
import java.util.Optional;

/** What a fact is about; the letter starts its citation id, the word stands in the digest. */
public enum FactKind {
    PATIENT('D', "patient"),
    PROBLEM('C', "problem"),
    ALLERGY('A', "allergy"),
    MEDICATION('M', "medication"),
    RESULT('L', "result"),
    VITAL('V', "vital"),
    ENCOUNTER('E', "encounter"),
    PROCEDURE('P', "procedure"),
    IMMUNIZATION('I', "immunization"),
    PLAN('S', "plan"),
    NOTE('N', "note"),
    HISTORY('F', "history"),
    SOCIAL('H', "social"),
    DEVICE('X', "device"),
    DIRECTIVE('G', "directive"),
    /** Not a resource but a line of the coverage: what was asked and what came of it. */
    COVERAGE('K', "coverage");

    private final char letter;
    private final String word;

    FactKind(char letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    /** The first character of the citation ids of this kind. */
    public char letter() {
        return letter;
    }

    /** The word that names this kind in digests and answers. */
    public String word() {
        return word;
    }

    static Optional<FactKind> ofLetter(char letter) {
        return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
    }
}
