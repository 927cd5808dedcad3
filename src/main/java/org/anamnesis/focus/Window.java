package org.anamnesis.focus;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.anamnesis.chart.ClinicalTime;

/**
 * A span of time a question is about, both ends included.
 *
 * @param from {@link LocalDateTime#MIN} where it has no beginning
 * @param to {@link LocalDateTime#MAX} where it has no end
 */
record Window(LocalDateTime from, LocalDateTime to) {

    static final Window ALWAYS = new Window(LocalDateTime.MIN, LocalDateTime.MAX);

    static Window since(LocalDateTime from) {
        return new Window(from, LocalDateTime.MAX);
    }

    static Window until(LocalDateTime to) {
        return new Window(LocalDateTime.MIN, to);
    }

    static Window day(LocalDate day) {
        return days(day, day);
    }

    static Window month(YearMonth month) {
        return days(month.atDay(1), month.atEndOfMonth());
    }

    static Window year(int year) {
        return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Window days(LocalDate first, LocalDate last) {
        return new Window(first.atStartOfDay(), last.atTime(LocalTime.MAX));
    }

    static Window moment(LocalDateTime moment) {
        return new Window(moment, moment);
    }

    boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether something that was so at this time, as exactly as it is known, can have been so within. */
    boolean holds(ClinicalTime time) {
        return !latest(time).isBefore(from) && !time.local().isAfter(to);
    }

    /** What lies in both. */
    Window and(Window other) {
        return new Window(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }

    /** For people. */
    String words() {
        if (isAlways()) {
            return "at any time";
        }
        String start = from.equals(LocalDateTime.MIN) ? "" : "from " + text(from) + " ";
        String end = to.equals(LocalDateTime.MAX) ? "" : "until " + text(to);
        return (start + end).strip();
    }

    private static LocalDateTime latest(ClinicalTime time) {
        LocalDateTime first = time.local();
        return switch (time.precision()) {
            case YEAR -> first.plusYears(1).minusSeconds(1);
            case MONTH -> first.plusMonths(1).minusSeconds(1);
            case DAY -> first.plusDays(1).minusSeconds(1);
            case MINUTE -> first;
        };
    }

    private static String text(LocalDateTime time) {
        LocalTime clock = time.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        boolean edge = clock.equals(LocalTime.MIN) || time.toLocalTime().equals(LocalTime.MAX);
        return edge ? time.toLocalDate().toString() : time.toLocalDate() + " " + clock;
    }
}
