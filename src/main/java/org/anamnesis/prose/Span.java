package org.anamnesis.prose;

/**
 * A stretch of a text.
 *
 * @param start where it begins, in UTF-16 code units
 * @param end where it ends, exclusive
 */
record Span(int start, int end) {

    int length() {
        return end - start;
    }
}
