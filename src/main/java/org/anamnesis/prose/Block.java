package org.anamnesis.prose;

/**
 * A stretch of a document that its layout sets apart: a heading, a paragraph, an item of a list, a row of a table.
 *
 * @param shape what the layout says about it
 * @param text its text; line feeds mean what the shape says
 */
public record Block(Shape shape, String text) {

    /** What a layout says about a stretch of text. */
    public enum Shape {
        /** A heading. */
        HEADING,
        /** Lines that end where their author ended them. */
        LINES,
        /** Lines that may end only because the page did: typed text. */
        WRAPPED,
        /** An item of a list, its mark included. */
        ITEM,
        /** A row of a table, its cells side by side. */
        ROW
    }
}
