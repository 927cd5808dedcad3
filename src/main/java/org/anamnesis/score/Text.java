package org.anamnesis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of a chart made comparable: small letters and digits, everything else one blank. */
public final class Text {

    /** Cues that deny what comes right after them. */
    private static final Set<String> DENIALS = Set.of("no", "not", "denies", "denied", "without", "never", "non");

    private static final int REACH = 2;

    private Text() {}

    /** E.g. {@code O2 Delivery Device(s)} as {@code o2 delivery device s}. */
    public static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** The words of a text; empty where it has none. */
    static List<String> words(String text) {
        String plain = plain(text);
        return plain.isEmpty() ? List.of() : List.of(plain.split(" "));
    }

    /** Whether the phrase stands in the text as whole words and is not denied there. */
    public static boolean says(String text, String phrase) {
        return says(words(text), words(phrase));
    }

    static boolean says(List<String> text, List<String> phrase) {
        return places(text, phrase).stream().anyMatch(place -> !isDenied(text, place));
    }

    private static List<Integer> places(List<String> text, List<String> phrase) {
        List<Integer> places = new ArrayList<>();
        for (int start = 0; start + phrase.size() <= text.size(); start++) {
            if (text.subList(start, start + phrase.size()).equals(phrase)) {
                places.add(start);
            }
        }
        return places;
    }

    private static boolean isDenied(List<String> text, int place) {
        return text.subList(Math.max(0, place - REACH), place).stream().anyMatch(DENIALS::contains);
    }

    /** A constant's name in the tables: small letters, hyphens. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant a table names. */
    static <E extends Enum<E>> E constant(Class<E> type, String key) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> key(constant).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " is named " + key));
    }
}
