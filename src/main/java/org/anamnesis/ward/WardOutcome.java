package org.anamnesis.ward;

import java.time.Instant;
import org.anamnesis.chart.ClinicalTime;

/** What came of asking for a ward. */
public sealed interface WardOutcome {

    /** The list. */
    record Listed(WardList list) implements WardOutcome {}

    /**
     * The list is what the caller has.
     *
     * @param version its version
     * @param asOf the moment it is as of
     * @param oldestReading when the oldest of its readings was made
     */
    record Unchanged(String version, ClinicalTime asOf, Instant oldestReading) implements WardOutcome {}

    /** The EHR has no such Group or Location. */
    record UnknownWard() implements WardOutcome {}

    /** The EHR does not let us see who is on it. */
    record NotPermitted() implements WardOutcome {}

    /** @param reason as in {@link org.anamnesis.fetch.ReadOutcome.EhrUnavailable} */
    record EhrUnavailable(String reason) implements WardOutcome {}
}
