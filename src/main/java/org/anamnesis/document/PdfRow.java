package org.anamnesis.document;

/**
 * One line of a page.
 *
 * @param text in reading order
 * @param size of the letters in points
 * @param bold whether it stands out
 * @param indent from the left margin, in points
 * @param above the space over it, in points
 * @param keep whether it must not be the last of its page
 */
record PdfRow(String text, float size, boolean bold, float indent, float above, boolean keep) {

    private static final float LEADING = 1.32f;

    /** What it takes of a page's height. */
    float height() {
        return above + size * LEADING;
    }
}
