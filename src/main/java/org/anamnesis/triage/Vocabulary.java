package org.anamnesis.triage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.score.Rows;

/**
 * How words of a complaint are read: abbreviations as what they mean, and a word that nobody knows as the one known word
 * that is one slip of the keyboard away.
 */
final class Vocabulary {

    private static final int SHORTEST_MENDED = 6;
    private static final int DEEPEST = 3;
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+");

    private final Map<String, List<String>> words = new HashMap<>();
    private final Map<String, String> inText = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    Vocabulary(Rows abbreviations) {
        for (Rows.Row row : abbreviations.rows()) {
            String written = row.cell("written");
            if (PLAIN.matcher(written).matches()) {
                words.put(written, split(row.cell("means")));
            } else {
                inText.put(written, row.cell("means"));
            }
        }
        words.replaceAll((written, means) -> resolved(means, DEEPEST));
        known.addAll(words.keySet());
        words.values().forEach(known::addAll);
    }

    /** What an abbreviation means may hold a word that is itself read as another. */
    private List<String> resolved(List<String> means, int depth) {
        List<String> next =
                means.stream().flatMap(word -> meaning(word).stream()).toList();
        return depth == 0 || next.equals(means) ? means : resolved(next, depth - 1);
    }

    /** Words that phrases use: a slip is mended towards them. */
    void knows(Stream<String> more) {
        more.forEach(known::add);
    }

    /** The text with the abbreviations that contain signs written out, e.g. {@code n/v/d}. */
    String expand(String text) {
        String expanded = text.toLowerCase(Locale.ROOT);
        List<String> longestFirst = inText.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        for (String written : longestFirst) {
            String place = "(?<![a-z0-9/])" + Pattern.quote(written) + "(?![a-z0-9/])";
            if (written.endsWith("/")) {
                place = "(?<![a-z0-9/])" + Pattern.quote(written);
            }
            expanded = expanded.replaceAll(place, " " + inText.get(written) + " ");
        }
        return expanded;
    }

    /** What one word means; itself where it is no abbreviation. */
    List<String> meaning(String word) {
        return Optional.ofNullable(words.get(word)).orElseGet(() -> List.of(word));
    }

    /** Whether the word stands in any table. */
    boolean isKnown(String word) {
        return known.contains(word);
    }

    /** The word as written, or the only known word that one slip makes of it. */
    String mended(String word) {
        if (known.contains(word) || word.length() < SHORTEST_MENDED) {
            return word;
        }
        List<String> near = known.stream()
                .filter(candidate -> candidate.length() >= SHORTEST_MENDED - 1)
                .filter(candidate -> isOneSlipAway(word, candidate))
                .limit(2)
                .toList();
        return near.size() == 1 ? near.getFirst() : word;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** One letter too many, too few, another, or two in the wrong order. */
    static boolean isOneSlipAway(String word, String other) {
        int longer = Math.max(word.length(), other.length());
        int shorter = Math.min(word.length(), other.length());
        if (longer - shorter > 1) {
            return false;
        }
        int start = 0;
        while (start < shorter && word.charAt(start) == other.charAt(start)) {
            start++;
        }
        String left = word.substring(start);
        String right = other.substring(start);
        return left.equals(tail(right, 1))
                || right.equals(tail(left, 1))
                || tail(left, 1).equals(tail(right, 1))
                || left.length() > 1
                        && right.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && tail(left, 2).equals(tail(right, 2));
    }

    private static String tail(String text, int from) {
        return text.length() < from ? "" : text.substring(from);
    }
}
