package org.anamnesis.inquiry;

import org.anamnesis.chart.Chart;

/**
 * What came of an inquiry.
 *
 * @param <T> what is told
 */
public sealed interface InquiryOutcome<T> {

    /** It was told, of this chart. */
    record Told<T>(Chart chart, T told) implements InquiryOutcome<T> {}

    /** The EHR has no such patient. */
    record UnknownPatient<T>() implements InquiryOutcome<T> {}

    /** The EHR does not let us read this patient. */
    record NotPermitted<T>() implements InquiryOutcome<T> {}

    /** @param reason as in {@link org.anamnesis.fetch.ReadOutcome.EhrUnavailable} */
    record EhrUnavailable<T>(String reason) implements InquiryOutcome<T> {}
}
