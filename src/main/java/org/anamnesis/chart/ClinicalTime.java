package org.anamnesis.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * When something was so, as exactly as the source says and no more (FHIR dateTime: a year, a month, a day or a time).
 *
 * @param local the earliest local date and time it can mean, as read on the clock where it was written
 * @param offset the offset from UTC the source gave, for times of day
 * @param precision how much of {@code local} the source said
 */
public record ClinicalTime(LocalDateTime local, Optional<ZoneOffset> offset, Precision precision)
        implements Comparable<ClinicalTime> {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** How exact a time is. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY,
        MINUTE
    }

    /** A whole day. */
    public static ClinicalTime day(LocalDate date) {
        return new ClinicalTime(date.atStartOfDay(), Optional.empty(), Precision.DAY);
    }

    /** A time of day with its offset from UTC. */
    public static ClinicalTime minute(LocalDateTime local, ZoneOffset offset) {
        return new ClinicalTime(local, Optional.of(offset), Precision.MINUTE);
    }

    /** A moment, to the minute, in UTC. */
    public static ClinicalTime utc(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        return minute(local.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC);
    }

    /** The day it falls on, the first one where only a month or a year is known. */
    public LocalDate date() {
        return local.toLocalDate();
    }

    /** For people: {@code 2018}, {@code Jun 2018}, {@code 20 Jun 2018}. */
    public String dayText() {
        return switch (precision) {
            case YEAR -> String.valueOf(local.getYear());
            case MONTH -> MONTH.format(local);
            case DAY, MINUTE -> DAY.format(local);
        };
    }

    /** For people, with the time of day where it is known: {@code 20 Jun 2018 06:45}. */
    public String text() {
        return precision == Precision.MINUTE && !local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DAY.format(local) + " " + MINUTE.format(local)
                : dayText();
    }

    /** ISO 8601, no more exact than the source: {@code 2018-06}, {@code 2018-06-20 06:45}. */
    public String iso() {
        return switch (precision) {
            case YEAR -> String.format(Locale.ROOT, "%04d", local.getYear());
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", local.getYear(), local.getMonthValue());
            case DAY -> local.toLocalDate().toString();
            case MINUTE -> local.toLocalDate() + " " + MINUTE.format(local);
        };
    }

    /** In time order, offsets taken into account where both are known. */
    @Override
    public int compareTo(ClinicalTime other) {
        return Comparator.comparing(ClinicalTime::comparable)
                .thenComparing(ClinicalTime::precision)
                .thenComparing(ClinicalTime::local)
                .compare(this, other);
    }

    /**
     * Whether all that this can mean lies before all that the other can mean. Offsets count where both are known; where one
     * is not, the clocks on the wall are compared, as for people who read both.
     */
    public boolean isWhollyBefore(ClinicalTime other) {
        boolean zoned = offset.isPresent() && other.offset.isPresent();
        LocalDateTime over = zoned ? over().minusSeconds(offset.get().getTotalSeconds()) : over();
        return !over.isAfter(zoned ? other.comparable() : other.local);
    }

    /** The first moment that it cannot mean any more. */
    private LocalDateTime over() {
        return switch (precision) {
            case YEAR -> local.plusYears(1);
            case MONTH -> local.plusMonths(1);
            case DAY -> local.plusDays(1);
            case MINUTE -> local.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        };
    }

    private LocalDateTime comparable() {
        return offset.map(zone -> local.minusSeconds(zone.getTotalSeconds())).orElse(local);
    }
}
