package org.anamnesis.prose;

/**
 * Lines that read on: nothing but the page's width ended any of them but the last.
 *
 * @param start where the first begins
 * @param end where the last ends, exclusive
 * @param first the first of the lines
 * @param lines how many they are
 */
record Run(int start, int end, Line first, int lines) {

    static Run of(Line line) {
        return new Run(line.start(), line.end(), line, 1);
    }

    Run and(Line next) {
        return new Run(start, next.end(), first, lines + 1);
    }

    String text(String plain) {
        return plain.substring(start, end);
    }

    /** Whether it is an item of a list, by its layout or by its mark. */
    boolean isItem(String plain) {
        return first.shape() == Block.Shape.ITEM || Marks.startsItem(text(plain));
    }
}
