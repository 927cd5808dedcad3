package org.anamnesis.injection;

/** Characters that a screen does not show, or shows as others, and the text without them. */
public final class HiddenText {

    private static final int TAG_FIRST = 0xE0020;
    private static final int TAG_LAST = 0xE007E;
    private static final int TAG_BASE = 0xE0000;

    private HiddenText() {}

    /**
     * Whether a character shows nothing: control, format (zero-width, bidirectional, tags), private, unassigned and surrogate
     * ones, variation selectors, the fillers of Hangul, the empty Braille pattern, the grapheme joiner. Line ends and
     * tabulators show.
     */
    public static boolean isHidden(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> isBlank(character);
        };
    }

    /** Characters of other categories that show nothing. */
    private static boolean isBlank(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || (character >= 0x180B && character <= 0x180F)
                || character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0;
    }

    /** Whether a text is of printing ASCII characters and line ends alone, as most are: nothing can be hidden in it. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean prints = character >= ' ' && character < 0x7F;
            if (!prints && character != '\n' && character != '\r' && character != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The text without hidden characters and with Latin letters in the place of those that only look like them. */
    public static String removed(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(character -> !isHidden(character)).forEach(seen::appendCodePoint);
        return LookAlikes.plain(seen.toString());
    }

    /** How many hidden characters a text has; a byte order mark and soft hyphens, as copying leaves them, are not counted. */
    static long count(String text) {
        return text.codePoints()
                .filter(HiddenText::isHidden)
                .filter(character -> character != 0xFEFF && character != 0xAD)
                .count();
    }

    /** What tag characters spell. */
    static String tags(String text) {
        StringBuilder spelled = new StringBuilder();
        text.codePoints()
                .filter(character -> character >= TAG_FIRST && character <= TAG_LAST)
                .forEach(character -> spelled.appendCodePoint(character - TAG_BASE));
        return spelled.toString();
    }

    /** Characters that turn the direction of writing round. */
    static boolean hasOverride(String text) {
        return text.codePoints().anyMatch(character -> character == 0x202D || character == 0x202E);
    }
}
