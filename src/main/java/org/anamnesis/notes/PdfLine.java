package org.anamnesis.notes;

/**
 * A line of a page, measured in points from the top left.
 *
 * @param page the page's number from 0
 * @param text its words, with bars where gaps part them into cells
 * @param cells whether there are such gaps
 * @param left where it begins
 * @param right where it ends
 * @param baseline where its letters stand
 * @param firstWord how wide its first word is
 * @param size of most of its letters
 * @param bold whether all its letters are bold
 */
record PdfLine(
        int page,
        String text,
        boolean cells,
        float left,
        float right,
        float baseline,
        float firstWord,
        float size,
        boolean bold) {}
