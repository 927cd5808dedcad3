package org.anamnesis.model;

/** Finds where the JSON object ends that a line begins with, one character after the other. */
final class ObjectEnd {

    private boolean blank = true;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /** Takes the next character, and tells whether the line's object ends with it. */
    boolean endsWith(char next) {
        if (next == '\n') {
            blank = true;
            depth = 0;
            quoted = false;
            escaped = false;
            return false;
        }
        boolean within = depth > 0;
        if (quoted) {
            quoted = escaped || next != '"';
            escaped = !escaped && next == '\\';
        } else if (next == '{') {
            depth += within || blank ? 1 : 0;
        } else if (within && next == '"') {
            quoted = true;
        } else if (within && next == '}') {
            depth--;
        }
        blank = blank && Character.isWhitespace(next);
        return within && depth == 0;
    }
}
