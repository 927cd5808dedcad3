package org.anamnesis.conflict;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The day of an end that a remark tells: "weaned off 06:00 10 Feb", "removed 09/19 21:00". */
final class EndInWords {

    private static final Pattern END = Pattern.compile(
            "\\b(?:weaned(?: off)?|ended|stopped|removed|until|discontinued|taken out|extubated|off)\\b([^.;]*)");
    private static final Pattern DAY_AND_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b");
    private static final Pattern MONTH_AND_DAY = Pattern.compile("(?<![\\d/:])(\\d{1,2})/(\\d{1,2})(?![\\d])");

    private EndInWords() {}

    /**
     * The day, in the year that makes it the first one not before the beginning.
     *
     * <p>Of two numbers with a stroke between them the first is the month where that gives a day soon after the beginning;
     * else it is the day of the month.
     */
    static Optional<LocalDate> of(String remark, LocalDate begin) {
        Matcher end = END.matcher(remark.toLowerCase(Locale.ROOT));
        if (!end.find()) {
            return Optional.empty();
        }
        Matcher named = DAY_AND_MONTH.matcher(end.group(1));
        if (named.find()) {
            return notBefore(begin, month(named.group(2)), Integer.parseInt(named.group(1)));
        }
        Matcher numbers = MONTH_AND_DAY.matcher(end.group(1));
        if (!numbers.find()) {
            return Optional.empty();
        }
        int one = Integer.parseInt(numbers.group(1));
        int two = Integer.parseInt(numbers.group(2));
        return Stream.of(notBefore(begin, one, two), notBefore(begin, two, one))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> notBefore(LocalDate begin, int month, int day) {
        try {
            LocalDate same = LocalDate.of(begin.getYear(), month, day);
            return Optional.of(same.isBefore(begin) ? same.plusYears(1) : same);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String start) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(start))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
