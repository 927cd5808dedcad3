package org.anamnesis.audit;

import java.util.Optional;

/**
 * One act to be recorded.
 *
 * @param ehr which EHR's data
 * @param patient the logical id of the Patient, where there is one
 * @param actor who acts: client and user, without names
 * @param detail what exactly, in stable words and ids; never content of the chart
 */
public record AuditEvent(Kind kind, String ehr, Optional<String> patient, String actor, String detail) {

    /** What is recorded. */
    public enum Kind {
        CHART_READ,
        MODEL_DISCLOSURE,
        DRAFT_READ,
        SIGNED,
        FILED,
        ACUITY_OVERRIDDEN,
        ACCESS_DENIED
    }
}
