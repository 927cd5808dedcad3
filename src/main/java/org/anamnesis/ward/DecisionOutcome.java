package org.anamnesis.ward;

import org.anamnesis.store.AcuityOverride;

/** What came of a person's decision. */
public sealed interface DecisionOutcome {

    /** It is kept. */
    record Kept(AcuityOverride decision) implements DecisionOutcome {}

    /** The EHR has no such patient, or he is not on the ward. */
    record UnknownPatient() implements DecisionOutcome {}

    /** The EHR does not let us read the patient. */
    record NotPermitted() implements DecisionOutcome {}

    /** @param reason as in {@link org.anamnesis.fetch.ReadOutcome.EhrUnavailable} */
    record EhrUnavailable(String reason) implements DecisionOutcome {}
}
