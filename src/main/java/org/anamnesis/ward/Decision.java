package org.anamnesis.ward;

import java.util.Optional;
import org.anamnesis.triage.Tier;

/**
 * Where a person wants a patient in the order.
 *
 * @param patient the logical id of the Patient
 * @param tier where; empty to take an earlier decision back
 * @param reason why
 * @param hours how long it holds
 * @param by the person, as {@code Practitioner/id} or {@code PractitionerRole/id}
 */
public record Decision(String patient, Optional<Tier> tier, String reason, int hours, String by) {

    /** How long a decision holds where nobody says: a shift. */
    public static final int USUAL_HOURS = 12;

    public static final int MOST_HOURS = 24;
    public static final int LONGEST_REASON_CHARACTERS = 500;
}
