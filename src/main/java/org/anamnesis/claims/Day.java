package org.anamnesis.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.chart.ClinicalTime;

/**
 * A calendar date as far as it is written: any part may be missing.
 *
 * @param third of a month: 1 early, 2 middle, 3 late; 0 where nothing is said
 */
record Day(OptionalInt year, OptionalInt month, OptionalInt day, int third, String written) {

    /** Whether a time lies in it, as exactly as both are known. */
    boolean holds(ClinicalTime time) {
        LocalDate date = time.date();
        boolean inYear = year.isEmpty() || year.getAsInt() == date.getYear();
        boolean inMonth = month.isEmpty()
                || month.getAsInt() == date.getMonthValue()
                        && time.precision().compareTo(ClinicalTime.Precision.MONTH) >= 0;
        boolean onDay = day.isEmpty()
                || day.getAsInt() == date.getDayOfMonth()
                        && time.precision().compareTo(ClinicalTime.Precision.DAY) >= 0;
        return inYear && inMonth && onDay && inThird(date);
    }

    private boolean inThird(LocalDate date) {
        return switch (third) {
            case 1 -> month.isPresent() ? date.getDayOfMonth() <= 12 : date.getMonthValue() <= 5;
            case 2 ->
                month.isPresent()
                        ? date.getDayOfMonth() >= 9 && date.getDayOfMonth() <= 22
                        : date.getMonthValue() >= 4 && date.getMonthValue() <= 9;
            case 3 -> month.isPresent() ? date.getDayOfMonth() >= 19 : date.getMonthValue() >= 8;
            default -> true;
        };
    }

    /** The first day it can mean, the year taken from elsewhere where it says none. */
    Optional<LocalDate> first(int otherYear) {
        int inYear = year.orElse(otherYear);
        if (month.isEmpty() && year.isEmpty()) {
            return Optional.empty();
        }
        YearMonth inMonth = YearMonth.of(inYear, month.orElse(1));
        int wanted = day.orElse(1);
        return wanted <= inMonth.lengthOfMonth() ? Optional.of(inMonth.atDay(wanted)) : Optional.empty();
    }

    /** The last day it can mean. */
    Optional<LocalDate> last(int otherYear) {
        int inYear = year.orElse(otherYear);
        if (month.isEmpty()) {
            return year.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(inYear, 12, 31));
        }
        return day.isPresent()
                ? first(inYear)
                : Optional.of(YearMonth.of(inYear, month.getAsInt()).atEndOfMonth());
    }

    /** The same with what it lacks taken from a date before it in the sentence. */
    Day completed(Day before) {
        OptionalInt fromYear = year.isPresent() ? year : before.year;
        OptionalInt fromMonth = month.isPresent() || day.isEmpty() ? month : before.month;
        return new Day(fromYear, fromMonth, day, third, written);
    }
}
