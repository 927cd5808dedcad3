package org.anamnesis.document;

import java.util.List;

/**
 * One line of a draft's text and the endnotes it is borne out by.
 *
 * @param text without the marks of a list
 * @param notes numbers of endnotes, from 1
 */
public record Block(Kind kind, String text, List<Integer> notes) {

    /** What a line is to a reader. */
    public enum Kind {
        TITLE,
        LINE,
        HEADING,
        ITEM,
        /** An item of an item. */
        DETAIL
    }

    public Block {
        notes = List.copyOf(notes);
    }

    boolean isListed() {
        return kind == Kind.ITEM || kind == Kind.DETAIL;
    }
}
