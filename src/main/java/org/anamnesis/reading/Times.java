package org.anamnesis.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ClinicalTime.Precision;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** FHIR dates and times as clinical times, no more exact than they were written. */
public final class Times {

    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;
    private static final int MAX_LENGTH = 40;

    private Times() {}

    /** The time of an element; empty where there is none, or none that can be read. */
    public static Optional<ClinicalTime> of(@Nullable BaseDateTimeType time) {
        return time == null ? Optional.empty() : parse(time.getValueAsString());
    }

    /** When a choice element says something began or was so. */
    public static Optional<ClinicalTime> start(@Nullable Type time) {
        return switch (time) {
            case null -> Optional.empty();
            case BaseDateTimeType dateTime -> of(dateTime);
            case Period period -> of(period.getStartElement());
            case Timing timing ->
                timing.hasEvent()
                        ? of(timing.getEvent().getFirst())
                        : start(timing.getRepeat().getBounds());
            default -> Optional.empty();
        };
    }

    /** When a choice element says something ended. */
    public static Optional<ClinicalTime> end(@Nullable Type time) {
        return switch (time) {
            case null -> Optional.empty();
            case Period period -> of(period.getEndElement());
            case Timing timing -> end(timing.getRepeat().getBounds());
            default -> Optional.empty();
        };
    }

    /** Empty where the text is no FHIR date or time: a time nobody can read is no time. */
    public static Optional<ClinicalTime> parse(@Nullable String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (text.length()) {
                        case YEAR_LENGTH ->
                            new ClinicalTime(
                                    Year.parse(text).atDay(1).atStartOfDay(), Optional.empty(), Precision.YEAR);
                        case MONTH_LENGTH ->
                            new ClinicalTime(
                                    YearMonth.parse(text).atDay(1).atStartOfDay(), Optional.empty(), Precision.MONTH);
                        case DAY_LENGTH -> ClinicalTime.day(LocalDate.parse(text));
                        default -> ofDayAndTime(text);
                    });
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static ClinicalTime ofDayAndTime(String text) {
        if (text.endsWith("Z") || text.lastIndexOf('+') > DAY_LENGTH || text.lastIndexOf('-') > DAY_LENGTH) {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return ClinicalTime.minute(time.toLocalDateTime(), time.getOffset());
        }
        return new ClinicalTime(LocalDateTime.parse(text), Optional.empty(), Precision.MINUTE);
    }
}
