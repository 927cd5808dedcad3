package org.anamnesis.privacy;

import java.util.Locale;
import java.util.Random;
import org.anamnesis.deidentification.Kind;

/** Words and numbers of the same shape as others, made up. */
final class Invented {

    private static final String[] BEGINS = {
        "Bar", "Cal", "Dor", "Fen", "Gal", "Hol", "Kel", "Lor", "Mar", "Nor", "Pel", "Ras", "Sel", "Tam", "Vel", "Wes",
        "Yar", "Zel"
    };
    private static final String[] MIDDLES = {
        "", "", "a", "e", "i", "o", "an", "en", "in", "or", "ar", "el", "im", "os", "ev", "ad"
    };
    private static final String[] ENDS = {
        "ber", "den", "dock", "field", "ford", "gar", "kin", "land", "lin", "mer", "mond", "neck", "quist", "ridge",
        "rick", "stam", "ton", "vik", "wick", "worth"
    };

    private final Random random;

    Invented(long seed) {
        this.random = new Random(seed);
    }

    String like(String words, Kind kind) {
        boolean name = words.chars().noneMatch(Character::isDigit)
                && words.chars().filter(Character::isLetter).count() == words.length();
        return name || kind == Kind.PERSON ? cased(name(), words) : shaped(words);
    }

    private String name() {
        return BEGINS[random.nextInt(BEGINS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + ENDS[random.nextInt(ENDS.length)];
    }

    private static String cased(String name, String like) {
        if (like.length() > 1 && like.equals(like.toUpperCase(Locale.ROOT))) {
            return name.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(like.charAt(0)) ? name : name.toLowerCase(Locale.ROOT);
    }

    /** A digit for a digit, a letter for a letter; what stands between them stays. */
    private String shaped(String words) {
        StringBuilder shaped = new StringBuilder(words.length());
        for (char character : words.toCharArray()) {
            if (character >= '0' && character <= '9') {
                shaped.append((char) ('0' + random.nextInt(10)));
            } else if (Character.isLetter(character)) {
                char letter = (char) ('a' + random.nextInt(26));
                shaped.append(Character.isUpperCase(character) ? Character.toUpperCase(letter) : letter);
            } else {
                shaped.append(character);
            }
        }
        return shaped.toString();
    }
}
