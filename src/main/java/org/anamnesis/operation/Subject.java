package org.anamnesis.operation;

import java.time.Clock;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Visit;
import org.anamnesis.fetch.ChartSource;
import org.anamnesis.frame.Frame;

/**
 * Whose chart an operation is about.
 *
 * @param patient the logical id of the Patient
 * @param source where the chart comes from
 * @param visit the encounter the operation was called on, where it was
 */
record Subject(String patient, ChartSource source, Optional<Visit> visit) {

    /** The end of the visit, where it is over, or the time of the request. */
    ClinicalTime now(Clock clock) {
        return visit.flatMap(Visit::over).orElseGet(() -> ClinicalTime.utc(clock.instant()));
    }

    /** The chart as it is, or as it is for the visit. */
    Frame frame() {
        return visit.map(Frame::of).orElse(Frame.WHOLE);
    }
}
