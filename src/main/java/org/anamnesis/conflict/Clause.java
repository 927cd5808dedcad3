package org.anamnesis.conflict;

/**
 * A part of a sentence that speaks of one thing.
 *
 * @param sentence the whole sentence, in lower case
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record Clause(String sentence, int start, int end) {

    String text() {
        return sentence.substring(start, end);
    }

    /** What of it stands in front of a place. */
    String before(int at) {
        return sentence.substring(start, Math.max(start, Math.min(at, end)));
    }

    /** What of it stands behind a place. */
    String behind(int at) {
        return sentence.substring(Math.min(end, Math.max(at, start)), end);
    }
}
