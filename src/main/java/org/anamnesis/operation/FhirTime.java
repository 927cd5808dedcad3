package org.anamnesis.operation;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ClinicalTime.Precision;
import org.hl7.fhir.r4.model.DateTimeType;

/**
 * A clinical time as FHIR writes it, no more exact than its source. A time of day without an offset, which FHIR does not know,
 * is given as its day.
 */
final class FhirTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private FhirTime() {}

    static DateTimeType of(ClinicalTime time) {
        if (time.precision() != Precision.MINUTE) {
            return new DateTimeType(time.iso());
        }
        return new DateTimeType(time.offset()
                .map(offset -> SECONDS.format(time.local()) + offset.getId())
                .orElseGet(() -> DAY.format(time.local())));
    }
}
