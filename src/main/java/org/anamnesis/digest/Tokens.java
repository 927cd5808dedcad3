package org.anamnesis.digest;

import java.util.Locale;

/**
 * How many tokens a text costs, without any model's own tokenizer: a little more than common ones count, so that a budget
 * holds whatever model reads it.
 */
public final class Tokens {

    /** A line feed between two lines. */
    static final int LINE_END = 1;

    /** Short words are one token each; long ones, above all those of medicine, are cut about so. */
    private static final int SHORT_WORD = 5;

    private static final int LETTERS_A_TOKEN = 4;
    private static final int DIGITS_A_TOKEN = 3;

    private Tokens() {}

    /** What a run of characters is of; marks make none, each stands alone. */
    private enum Run {
        LETTERS,
        NUMBERS,
        SPACES,
        MARK
    }

    public static int of(String text) {
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            Run run = run(text.codePointAt(at));
            int end = at + Character.charCount(text.codePointAt(at));
            while (run != Run.MARK && end < text.length() && run(text.codePointAt(end)) == run) {
                end += Character.charCount(text.codePointAt(end));
            }
            tokens += switch (run) {
                case LETTERS -> word(text.substring(at, end));
                case NUMBERS -> parts(end - at, DIGITS_A_TOKEN);
                case SPACES -> space(text, at, end);
                case MARK -> 1;
            };
            at = end;
        }
        return tokens;
    }

    private static Run run(int character) {
        if (character == ' ' || character >= '\t' && character <= '\r') {
            return Run.SPACES;
        }
        if (Character.isLetter(character)) {
            return Run.LETTERS;
        }
        return switch (Character.getType(character)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Run.NUMBERS;
            default -> Run.MARK;
        };
    }

    /** A space goes with the word behind it, but not with a number. */
    private static int space(String text, int begin, int end) {
        boolean number = end < text.length() && Character.isDigit(text.charAt(end));
        return number || end - begin > 1 ? 1 : 0;
    }

    private static int word(String letters) {
        boolean plain = letters.chars().allMatch(letter -> letter < 128);
        if (!plain) {
            return letters.length();
        }
        boolean capitals = letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT));
        if (capitals) {
            return parts(letters.length(), 2);
        }
        return letters.length() <= SHORT_WORD ? 1 : parts(letters.length(), LETTERS_A_TOKEN);
    }

    private static int parts(int length, int ofSize) {
        return (length + ofSize - 1) / ofSize;
    }
}
