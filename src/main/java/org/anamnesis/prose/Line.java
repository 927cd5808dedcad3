package org.anamnesis.prose;

/**
 * A line of a plain text that is not blank.
 *
 * @param start where its first word begins
 * @param end where its last word ends, exclusive
 * @param shape what the layout says of the block it stands in
 * @param apart whether it is set apart from the line before it: by a blank line, or by standing in another block
 * @param underlined whether a line of strokes stood below it
 */
record Line(int start, int end, Block.Shape shape, boolean apart, boolean underlined) {

    int length() {
        return end - start;
    }

    Line withStrokesBelow() {
        return new Line(start, end, shape, apart, true);
    }
}
