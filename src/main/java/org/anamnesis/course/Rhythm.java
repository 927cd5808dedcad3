package org.anamnesis.course;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a dose is taken, read from words and from the Latin abbreviations of prescribing. */
final class Rhythm {

    private static final Pattern EVERY_HOURS =
            Pattern.compile("\\b(?:every|q)\\s*(\\d{1,2})\\s*(?:h|hr|hrs|hours?)\\b|\\b(\\d{1,2})(?:-|\\s*)hourly\\b");
    private static final Pattern TIMES =
            Pattern.compile("\\b(\\d|one|two|three|four|five|six) times (?:a|per|each|every)?\\s*(?:day|daily)\\b");
    private static final Map<Pattern, BigDecimal> WORDS = words();

    private Rhythm() {}

    /** Empty where the words tell no rhythm, or more than one. */
    static Optional<BigDecimal> timesADay(String plain) {
        Matcher hours = EVERY_HOURS.matcher(plain);
        if (hours.find()) {
            int every = Integer.parseInt(hours.group(1) == null ? hours.group(2) : hours.group(1));
            return every == 0
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(24).divide(new BigDecimal(every), MathContext.DECIMAL32));
        }
        Matcher times = TIMES.matcher(plain);
        if (times.find()) {
            return Optional.of(number(times.group(1)));
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(plain).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static BigDecimal number(String word) {
        return switch (word) {
            case "one" -> BigDecimal.ONE;
            case "two" -> new BigDecimal(2);
            case "three" -> new BigDecimal(3);
            case "four" -> new BigDecimal(4);
            case "five" -> new BigDecimal(5);
            case "six" -> new BigDecimal(6);
            default -> new BigDecimal(word);
        };
    }

    /** The more telling words come first: "twice daily" is not "daily", "twice weekly" not "weekly". */
    private static Map<Pattern, BigDecimal> words() {
        BigDecimal week = new BigDecimal(7);
        Map<Pattern, BigDecimal> words = new LinkedHashMap<>();
        words.put(Pattern.compile("\\btwice (?:a |per |each )?week(?:ly)?\\b"), perWeek(2, week));
        words.put(Pattern.compile("\\b(?:three times|thrice) (?:a |per |each )?week(?:ly)?\\b"), perWeek(3, week));
        words.put(Pattern.compile("\\b(?:weekly|once a week|every week|each week)\\b"), perWeek(1, week));
        words.put(Pattern.compile("\\b(?:alternate days|every other day|qod)\\b"), new BigDecimal("0.5"));
        words.put(Pattern.compile("\\b(?:qds|qid|q\\.i\\.d\\.)(?!\\w)"), new BigDecimal(4));
        words.put(Pattern.compile("\\b(?:tds|tid|t\\.i\\.d\\.|thrice (?:daily|a day))(?!\\w)"), new BigDecimal(3));
        words.put(
                Pattern.compile(
                        "\\b(?:bd|bid|b\\.i\\.d\\.|twice (?:daily|a day|per day|each day)|two times daily)(?!\\w)"),
                new BigDecimal(2));
        words.put(
                Pattern.compile(
                        "\\b(?:od|qd|q\\.d\\.|daily|once a day|every day|each day|a day|nocte|mane|nightly|qhs|hs|qam|qpm"
                                + "|at (?:night|bedtime)|every (?:night|morning|evening)|in the (?:morning|evening))(?!\\w)"),
                BigDecimal.ONE);
        return words;
    }

    private static BigDecimal perWeek(int times, BigDecimal week) {
        return new BigDecimal(times).divide(week, MathContext.DECIMAL32);
    }
}
