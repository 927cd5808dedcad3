package org.anamnesis.prose;

/** What kind of character one is, for the reader of a text. */
public final class Characters {

    private Characters() {}

    /** White space of every width, line ends included. */
    public static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Control, format (bidirectional, zero-width, byte order mark, tags), unassigned, private, and lone surrogates. */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** The marks of lists that word processors write with the fonts Symbol and Wingdings: they show as bullets. */
    static boolean isBulletOfASymbolFont(int character) {
        return switch (character) {
            case 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC, 0xF02D, 0xF06E, 0xF071, 0xF076 -> true;
            default -> false;
        };
    }
}
