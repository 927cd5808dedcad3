package org.anamnesis.prose;

/**
 * Text as its reader sees it: line ends are line feeds, spaces are spaces, and what a screen does not show is taken out
 * (control, bidirectional, zero-width and unassigned characters, tags), for it could hide an instruction or turn a word round.
 *
 * @param text the visible text
 * @param hidden whether anything was taken out
 */
record VisibleText(String text, boolean hidden) {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    static VisibleText of(String written) {
        StringBuilder visible = new StringBuilder(written.length());
        boolean hidden = false;
        int at = 0;
        while (at < written.length()) {
            int character = written.codePointAt(at);
            if (isLineEnd(character)) {
                visible.append('\n');
                boolean both = character == '\r' && written.startsWith("\n", at + 1);
                at += both ? 2 : 1;
                continue;
            }
            if (character == '\t') {
                visible.append('\t');
            } else if (Characters.isSpace(character)) {
                visible.append(' ');
            } else if (Characters.isBulletOfASymbolFont(character)) {
                visible.append('\u2022');
            } else if (!Characters.isHidden(character)) {
                visible.appendCodePoint(character);
            } else {
                hidden |= character != BYTE_ORDER_MARK || at > 0;
            }
            at += Character.charCount(character);
        }
        return new VisibleText(visible.toString(), hidden);
    }

    /** Words with single spaces between them. */
    static String folded(CharSequence text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!Characters.isSpace(character)) {
                folded.append(character);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().stripTrailing();
    }

    /** Carriage return, line feed, vertical tab, form feed, next line, line and paragraph separator. */
    private static boolean isLineEnd(int character) {
        return (character >= '\n' && character <= '\r')
                || character == 0x85
                || character == 0x2028
                || character == 0x2029;
    }
}
