package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's decision where a patient belongs in a ward's order, beside what the rules said at that time.
 *
 * @param id of this decision
 * @param ehr which EHR
 * @param patient the logical id of the Patient
 * @param tier the code of the place; empty where an earlier decision is taken back
 * @param computed the code of the place by the rules when it was decided
 * @param reason in the person's words
 * @param by the person, as {@code Practitioner/id} or {@code PractitionerRole/id}
 * @param at when, in whole milliseconds
 * @param until when it ends by itself, in whole milliseconds
 */
public record AcuityOverride(
        UUID id,
        String ehr,
        String patient,
        Optional<String> tier,
        String computed,
        String reason,
        String by,
        Instant at,
        Instant until) {

    public AcuityOverride {
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a decision has a person and a reason");
        }
    }

    /** Whether it puts the patient somewhere at a moment. */
    public boolean holdsAt(Instant moment) {
        return tier.isPresent() && moment.isBefore(until);
    }
}
