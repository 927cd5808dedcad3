package org.anamnesis.focus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days, months, years and moments a text names, in the many forms in which people write them.
 *
 * <p>Where a form can be read in two ways, both are given: {@code 07/03/2146} is a day of March for some hospitals and of
 * July for others; "two months ago" is a month for one person and a day for another.
 */
final class NamedTimes {

    /** One named time: the spans it can mean, the likeliest first, and where it stands. */
    record NamedTime(List<Window> spans, int start, int end) {}

    private static final String MONTHS =
            "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?";
    private static final List<String> MONTH_STARTS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12));
    private static final String NUMBER = "(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
    private static final String UNIT = "(hour|day|week|month|year)s?";
    private static final int MAX_TIMES = 6;

    private interface Reading {
        List<Window> of(MatchResult found, LocalDateTime now);
    }

    private record Form(Pattern pattern, Reading reading) {
        static Form of(String pattern, Reading reading) {
            return new Form(Pattern.compile("(?<![\\w/.-])(?:" + pattern + ")(?![\\w/-]|\\.\\d)"), reading);
        }
    }

    /** The longer forms first: a date is no year. */
    private static final List<Form> FORMS = List.of(
            Form.of(
                    "(\\d{4})-(\\d{2})-(\\d{2})[t ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?",
                    (found, now) -> List.of(moment(found))),
            Form.of(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})",
                    (found, now) ->
                            List.of(Window.day(LocalDate.of(number(found, 1), number(found, 2), number(found, 3))))),
            Form.of("(\\d{4})-(\\d{2})", (found, now) -> List.of(month(number(found, 1), number(found, 2)))),
            Form.of(
                    "(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})",
                    (found, now) -> dayOrMonthFirst(number(found, 1), number(found, 2), number(found, 3))),
            Form.of(
                    "(\\d{1,2})/(\\d{1,2})/(this|current|last|previous) year",
                    (found, now) -> dayOrMonthFirst(number(found, 1), number(found, 2), year(found.group(3), now))),
            Form.of("(\\d{1,2})/(\\d{4})", (found, now) -> List.of(month(number(found, 2), number(found, 1)))),
            Form.of(
                    "(\\d{1,2})/(this|current|last|previous) year",
                    (found, now) -> List.of(month(year(found.group(2), now), number(found, 1)))),
            Form.of(
                    "(this|current|last|previous) month/(\\d{1,2})",
                    (found, now) ->
                            List.of(Window.day(month(found.group(1), now).atDay(number(found, 2))))),
            Form.of(
                    "(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTHS + ")\\.?,? (\\d{4})",
                    (found, now) -> List.of(day(number(found, 3), found.group(2), number(found, 1)))),
            Form.of(
                    "(" + MONTHS + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})",
                    (found, now) -> List.of(day(number(found, 3), found.group(1), number(found, 2)))),
            Form.of(
                    "(" + MONTHS + ")\\.?,? (\\d{4})",
                    (found, now) -> List.of(month(number(found, 2), monthOf(found.group(1))))),
            Form.of(
                    "(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (" + MONTHS + ")",
                    (found, now) -> List.of(latestDay(found.group(2), number(found, 1), now))),
            Form.of(
                    "(" + MONTHS + ") (\\d{1,2})(?:st|nd|rd|th)?",
                    (found, now) -> List.of(latestDay(found.group(1), number(found, 2), now))),
            Form.of(NUMBER + " " + UNIT + " ago", (found, now) -> ago(count(found.group(1)), found.group(2), now)),
            Form.of(
                    "(?:last|past|previous|preceding) " + NUMBER + " " + UNIT,
                    (found, now) -> List.of(new Window(back(count(found.group(1)), found.group(2), now), now))),
            Form.of("past " + UNIT, (found, now) -> List.of(new Window(back(1, found.group(1), now), now))),
            Form.of(
                    "(this|current|last|previous) year",
                    (found, now) -> List.of(Window.year(year(found.group(1), now)))),
            Form.of(
                    "(this|current|last|previous) month",
                    (found, now) -> List.of(Window.month(month(found.group(1), now)))),
            Form.of("(this|current|last|previous) week", (found, now) -> List.of(week(found.group(1), now))),
            Form.of("yesterday", (found, now) -> ago(1, "day", now)),
            Form.of("today|tonight", (found, now) -> List.of(Window.day(now.toLocalDate()))),
            Form.of(
                    "(?<=\\b(?:in|since|until|till|before|after|from|during|of|by|throughout|year) )(?:the year"
                            + " )?([12]\\d{3})",
                    (found, now) -> List.of(Window.year(number(found, 1)))));

    private NamedTimes() {}

    /** All times a text names, in the order in which they stand. */
    static List<NamedTime> in(String text, LocalDateTime now) {
        List<NamedTime> times = new ArrayList<>();
        StringBuilder left = new StringBuilder(text);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(left);
            while (matcher.find() && times.size() < MAX_TIMES) {
                MatchResult found = matcher.toMatchResult();
                spans(form, found, now).ifPresent(spans -> times.add(new NamedTime(spans, found.start(), found.end())));
                left.replace(found.start(), found.end(), "\u0001".repeat(found.end() - found.start()));
            }
        }
        times.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return times;
    }

    /** Empty where there is no such day: 31/02/2146 is none. */
    private static Optional<List<Window>> spans(Form form, MatchResult found, LocalDateTime now) {
        try {
            List<Window> spans = form.reading().of(found, now);
            return spans.isEmpty() ? Optional.empty() : Optional.of(spans);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Window moment(MatchResult found) {
        boolean toTheSecond = found.group(6) != null;
        LocalTime clock = LocalTime.of(number(found, 4), number(found, 5), toTheSecond ? number(found, 6) : 0);
        LocalDateTime moment = LocalDate.of(number(found, 1), number(found, 2), number(found, 3))
                .atTime(clock);
        return new Window(moment, toTheSecond ? moment : moment.plusSeconds(59));
    }

    private static List<Window> dayOrMonthFirst(int first, int second, int year) {
        Set<Window> readings = new LinkedHashSet<>();
        for (MonthDay day : monthDays(first, second)) {
            if (day.isValidYear(year)) {
                readings.add(Window.day(day.atYear(year)));
            }
        }
        return List.copyOf(readings);
    }

    private static List<MonthDay> monthDays(int first, int second) {
        List<MonthDay> days = new ArrayList<>();
        for (int[] reading : new int[][] {{first, second}, {second, first}}) {
            try {
                days.add(MonthDay.of(reading[0], reading[1]));
            } catch (DateTimeException noSuchDay) {
                continue;
            }
        }
        return days;
    }

    /** Both the day or span of the calendar and the exact time back: people mean either. */
    private static List<Window> ago(int count, String unit, LocalDateTime now) {
        LocalDateTime exact = back(count, unit, now);
        Window calendar = switch (unit) {
            case "year" -> Window.year(exact.getYear());
            case "month" -> Window.month(YearMonth.from(exact));
            case "hour" -> Window.moment(exact);
            default -> Window.day(exact.toLocalDate());
        };
        return List.of(calendar, Window.moment(exact));
    }

    private static LocalDateTime back(int count, String unit, LocalDateTime now) {
        return switch (unit) {
            case "year" -> now.minusYears(count);
            case "month" -> now.minusMonths(count);
            case "week" -> now.minusWeeks(count);
            case "day" -> now.minusDays(count);
            default -> now.minusHours(count);
        };
    }

    private static Window week(String which, LocalDateTime now) {
        LocalDate monday = now.toLocalDate().minusDays(now.getDayOfWeek().getValue() - 1L);
        LocalDate first = isPrevious(which) ? monday.minusWeeks(1) : monday;
        return Window.days(first, first.plusDays(6));
    }

    private static int year(String which, LocalDateTime now) {
        return isPrevious(which) ? now.getYear() - 1 : now.getYear();
    }

    private static YearMonth month(String which, LocalDateTime now) {
        YearMonth month = YearMonth.from(now);
        return isPrevious(which) ? month.minusMonths(1) : month;
    }

    private static boolean isPrevious(String which) {
        return which.equals("last") || which.equals("previous");
    }

    private static Window month(int year, int month) {
        return Window.month(YearMonth.of(year, month));
    }

    private static Window day(int year, String month, int day) {
        return Window.day(LocalDate.of(year, monthOf(month), day));
    }

    /** A day without a year is the last such day. */
    private static Window latestDay(String month, int day, LocalDateTime now) {
        LocalDate inThisYear = LocalDate.of(now.getYear(), monthOf(month), day);
        return Window.day(inThisYear.isAfter(now.toLocalDate()) ? inThisYear.minusYears(1) : inThisYear);
    }

    private static int monthOf(String name) {
        return MONTH_STARTS.indexOf(name.substring(0, 3)) + 1;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int count(String number) {
        Integer word = NUMBERS.get(number);
        return word == null ? Integer.parseInt(number) : word;
    }
}
