package org.anamnesis.draft;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far back a summary looks.
 *
 * @param period years, months and days before the chart's moment; empty is as far as the chart goes
 */
public record LookBack(Optional<Period> period) {

    /** As far as the chart goes. */
    public static final LookBack ALL = new LookBack(Optional.empty());

    /** What {@link #parse} takes, for who gave something else. */
    public static final String EXPECTED =
            "all, or an ISO 8601 duration of years, months, weeks or days, up to 99 years, e.g. P3M or P1Y";

    private static final String ALL_CODE = "all";
    private static final Pattern WRITTEN = Pattern.compile("P(?=\\d)(\\d{1,2}Y)?(\\d{1,3}M)?(\\d{1,3}W)?(\\d{1,4}D)?");

    /** Reads {@code all}, {@code P3M}, {@code P1Y}; empty where it is anything else, or no time at all. */
    public static Optional<LookBack> parse(String written) {
        String word = written.strip();
        if (word.equals(ALL_CODE)) {
            return Optional.of(ALL);
        }
        return WRITTEN.matcher(word).matches()
                ? Optional.of(Period.parse(word))
                        .filter(period -> !period.isZero())
                        .map(period -> new LookBack(Optional.of(period)))
                : Optional.empty();
    }

    /** The word for callers: {@code all}, {@code P1Y}. */
    public String code() {
        return period.map(Period::toString).orElse(ALL_CODE);
    }

    /** For people: {@code 1 year}, {@code 3 months}; of all that there is {@code all}. */
    public String words() {
        return period.map(LookBack::words).orElse(ALL_CODE);
    }

    private static String words(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.stream().collect(Collectors.joining(" and "));
    }

    private static void add(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
