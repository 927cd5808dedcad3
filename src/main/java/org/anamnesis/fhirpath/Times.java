package org.anamnesis.fhirpath;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** FHIR dates and times as texts. */
final class Times {

    private static final Pattern FORM =
            Pattern.compile("\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");
    private static final Pattern OFFSET = Pattern.compile(".*T.*(Z|[+-]\\d{2}:\\d{2})");

    private Times() {}

    /**
     * The earliest moment a date or a time can mean; one without an offset counts as UTC. Empty where the text is neither.
     */
    static Optional<Instant> moment(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (text.length()) {
                        case 4 -> start(Year.parse(text).atDay(1));
                        case 7 -> start(YearMonth.parse(text).atDay(1));
                        case 10 -> start(LocalDate.parse(text));
                        default ->
                            OFFSET.matcher(text).matches()
                                    ? OffsetDateTime.parse(text).toInstant()
                                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
                    });
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
