package org.anamnesis.deidentification;

/**
 * An identifier in a text.
 *
 * @param start where it begins, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param kind what it is
 */
public record Found(int start, int end, Kind kind) {

    public Found {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an identifier has at least one character");
        }
    }

    /** Whether the two share a character. */
    public boolean overlaps(Found other) {
        return start < other.end && other.start < end;
    }

    /** The words in the text. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
