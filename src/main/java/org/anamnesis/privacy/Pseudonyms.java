package org.anamnesis.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.anamnesis.deidentification.Deidentifier;
import org.anamnesis.deidentification.Found;
import org.anamnesis.deidentification.Kind;

/**
 * The substitutes of one request: the same for the same words throughout, of the same shape, and none that stands in the chart
 * itself, so that each can be found and turned back in an answer. Dates move by one number of whole weeks, so that intervals
 * and days of the week stay. Not for use by many threads at once.
 */
public final class Pseudonyms {

    /** No substitutes at all. */
    static final Pseudonyms NONE = new Pseudonyms(0, new Invented(0));

    /** Kinds of lines in which people are named; elsewhere capitalised words are drugs, tests and diagnoses. */
    private static final Pattern NAMING_LINE = Pattern.compile(
            "^\\S+ \\| (?:statement|question|note|plan|encounter|social|history|directive|device)\\b.*|.*\\| (?:comment|by) .*",
            Pattern.DOTALL);

    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

    /** Two numbers, or one with the name of a month. */
    private static final Pattern DAY = Pattern.compile("\\d\\D+\\d|\\d\\D*\\p{L}|\\p{L}\\D*\\d");

    private static final int WEEK = 7;
    private static final Set<Kind> KEPT = Set.of(Kind.AGE);
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:['’](?!s\\b)\\p{L}+)*");

    /** Between two parts of a name or a place nothing is replaced, and their generic words stay. */
    private static final Set<Kind> BY_WORD =
            Set.of(Kind.PERSON, Kind.FACILITY, Kind.ORGANIZATION, Kind.PLACE, Kind.ADDRESS);

    private final int days;
    private final Invented invented;
    private final Map<String, String> substitutes = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();
    private String chart = "";

    private Pseudonyms(int days, Invented invented) {
        this.days = days;
        this.invented = invented;
    }

    /** @param seed chance, from a source that nobody can foresee; the same seed gives the same substitutes */
    public static Pseudonyms of(long seed) {
        int weeks = 4 + (int) Math.floorMod(seed >> 8, 48L);
        return new Pseudonyms(-WEEK * weeks, new Invented(seed));
    }

    /** No substitute may be a word of these lines. */
    void avoid(List<String> lines) {
        chart = String.join("\n", lines).toLowerCase(Locale.ROOT);
    }

    String substituted(String line, OwnIdentifiers own) {
        List<Found> found = new ArrayList<>(own.find(line));
        MovedDates.find(line).stream()
                .filter(one -> found.stream().noneMatch(one::overlaps))
                .forEach(found::add);
        List<Found> others =
                NAMING_LINE.matcher(line).matches() ? Deidentifier.find(line) : Deidentifier.findNumbers(line);
        others.stream()
                .filter(one -> !KEPT.contains(one.kind()) && !isLoose(one, line))
                .filter(one -> found.stream().noneMatch(one::overlaps))
                .forEach(found::add);
        List<Found> whole = whole(found, line);
        StringBuilder written = new StringBuilder(line.length());
        int at = 0;
        for (Found one : whole) {
            written.append(line, at, one.start()).append(substitute(one.in(line), one.kind()));
            at = one.end();
        }
        return written.append(line.substring(at)).toString();
    }

    /** Each to the ends of the words it stands in, so that it can be found again; in order. */
    private static List<Found> whole(List<Found> found, String line) {
        List<Found> whole = new ArrayList<>();
        found.sort(Comparator.comparingInt(Found::start));
        for (Found one : found) {
            int start = one.start();
            int end = one.end();
            while (start > 0
                    && Character.isLetterOrDigit(line.charAt(start))
                    && Character.isLetterOrDigit(line.charAt(start - 1))) {
                start--;
            }
            while (end < line.length()
                    && Character.isLetterOrDigit(line.charAt(end - 1))
                    && Character.isLetterOrDigit(line.charAt(end))) {
                end++;
            }
            Found wider = new Found(start, end, one.kind());
            if (whole.isEmpty() || !whole.getLast().overlaps(wider)) {
                whole.add(wider);
            }
        }
        return whole;
    }

    /** A year, a month, with its year or without, or a day of the week names no day: it stays. */
    private static boolean isLoose(Found found, String line) {
        String besideTheYear = YEAR.matcher(found.in(line)).replaceFirst("");
        return found.kind() == Kind.DATE && !DAY.matcher(besideTheYear).find();
    }

    private String substitute(String words, Kind kind) {
        if (BY_WORD.contains(kind)) {
            return WORD.matcher(words)
                    .replaceAll(word -> Matcher.quoteReplacement(
                            isGeneric(word.group(), kind) ? word.group() : known(word.group(), kind)));
        }
        return known(words, kind);
    }

    private static boolean isGeneric(String word, Kind kind) {
        return word.length() < 2 || (kind != Kind.PERSON && Deidentifier.isAlsoAWord(word));
    }

    private String known(String words, Kind kind) {
        String substitute = substitutes.get(words);
        if (substitute == null) {
            substitute = free(words, kind);
            substitutes.put(words, substitute);
            originals.put(substitute, words);
        }
        return substitute;
    }

    private String free(String words, Kind kind) {
        if (MovedDates.isOne(words)) {
            return freeDate(words);
        }
        String substitute = invented.like(words, kind);
        while (originals.containsKey(substitute)
                || chart.contains(substitute.toLowerCase(Locale.ROOT))
                || substitute.equals(words)) {
            substitute = invented.like(words, kind);
        }
        return substitute;
    }

    /**
     * Moved dates are free whatever stands in the chart: every date of the chart is moved, so none of its own is left. Where
     * two ways to write a day become one, the second moves on.
     */
    private String freeDate(String words) {
        int moves = days;
        String substitute = MovedDates.moved(words, moves);
        while (originals.containsKey(substitute)) {
            moves -= WEEK;
            substitute = MovedDates.moved(words, moves);
        }
        return substitute;
    }

    String restored(String words) {
        if (originals.isEmpty()) {
            return words;
        }
        String all = originals.keySet().stream()
                .filter(substitute -> !MovedDates.isOne(substitute))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Pattern pattern =
                Pattern.compile(all.isEmpty() ? "(?!)" : "(?<![\\p{L}\\p{N}])(?:" + all + ")(?![\\p{L}\\p{N}])");
        StringBuilder restored = new StringBuilder();
        int at = 0;
        for (Found date : MovedDates.find(words)) {
            String written = date.in(words);
            restored.append(named(words.substring(at, date.start()), pattern))
                    .append(originals.getOrDefault(written, MovedDates.moved(written, -days)));
            at = date.end();
        }
        return restored.append(named(words.substring(at), pattern)).toString();
    }

    private String named(String words, Pattern pattern) {
        return pattern.matcher(words)
                .replaceAll(match -> Matcher.quoteReplacement(originals.getOrDefault(match.group(), match.group())));
    }
}
