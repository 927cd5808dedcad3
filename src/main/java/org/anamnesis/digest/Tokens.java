package org.anamnesis.digest;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many tokens a text costs, without any model's own tokenizer: a little more than common ones count, so that a budget
 * holds whatever model reads it.
 */
public final class Tokens {

    /** A line feed between two lines. */
    static final int LINE_END = 1;

    private static final Pattern RUN = Pattern.compile("(\\p{L}+)|(\\p{N}+)|(\\s+)|(.)", Pattern.DOTALL);

    /** Short words are one token each; long ones, above all those of medicine, are cut about so. */
    private static final int SHORT_WORD = 5;

    private static final int LETTERS_A_TOKEN = 4;
    private static final int DIGITS_A_TOKEN = 3;

    private Tokens() {}

    public static int of(String text) {
        int tokens = 0;
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (run.group(1) != null) {
                tokens += word(run.group(1));
            } else if (run.group(2) != null) {
                tokens += parts(run.group(2).length(), DIGITS_A_TOKEN);
            } else if (run.group(4) != null) {
                tokens++;
            } else {
                tokens += space(text, run);
            }
        }
        return tokens;
    }

    /** A space goes with the word behind it, but not with a number. */
    private static int space(String text, Matcher run) {
        boolean number = run.end() < text.length() && Character.isDigit(text.charAt(run.end()));
        return number || run.group().length() > 1 ? 1 : 0;
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
