package org.anamnesis.acuity;

import org.anamnesis.store.StoredDraft;

/** What came of a request for triage. */
public sealed interface TriageOutcome {

    /** A triage was made, and its text kept as a draft. */
    record Composed(Triaged triaged, StoredDraft stored) implements TriageOutcome {}

    /** The EHR has no such patient. */
    record UnknownPatient() implements TriageOutcome {}

    /** The EHR does not let us read this patient. */
    record NotPermitted() implements TriageOutcome {}

    /**
     * Not even the patient could be read.
     *
     * @param reason a stable word: {@code timeout}, {@code unreachable}, {@code http-503}, {@code unreadable-answer}
     */
    record EhrUnavailable(String reason) implements TriageOutcome {}
}
