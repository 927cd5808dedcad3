package org.anamnesis.fetch;

import org.anamnesis.chart.Visit;

/** What came of reading one encounter. */
public sealed interface VisitOutcome {

    /** It is there. */
    record Read(Visit visit) implements VisitOutcome {}

    /** The EHR has no such encounter (404, 410), it is of no patient, or the id cannot be one. */
    record Unknown() implements VisitOutcome {}

    /** The EHR refuses it to us (401, 403), or the granted scopes do not cover Encounter. */
    record NotPermitted() implements VisitOutcome {}

    /** @param reason as in {@link ReadOutcome.EhrUnavailable} */
    record EhrUnavailable(String reason) implements VisitOutcome {}
}
