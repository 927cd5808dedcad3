package org.anamnesis.chart;

import java.util.Optional;

/**
 * A visit or stay (an Encounter) as the frame of a question: whose it is, and from when to when it lasts.
 *
 * @param encounter the Encounter
 * @param patient the logical id of its patient
 * @param start when it began, where the source says so
 * @param end when it ended, where the source says so
 * @param isFinished whether it is over
 */
public record Visit(
        ResourceId encounter,
        String patient,
        Optional<ClinicalTime> start,
        Optional<ClinicalTime> end,
        boolean isFinished) {

    /** The moment that counts as "now" for a visit that is over: its end. Empty for one that goes on, or whose end nobody wrote. */
    public Optional<ClinicalTime> over() {
        return isFinished ? end : Optional.empty();
    }
}
