package org.anamnesis.context;

/** What came of a request for a context. */
public sealed interface ContextOutcome {

    /** It was composed. */
    record Composed(PatientContext context) implements ContextOutcome {}

    /** The EHR has no such patient. */
    record UnknownPatient() implements ContextOutcome {}

    /** The EHR does not let us read this patient. */
    record NotPermitted() implements ContextOutcome {}

    /** @param reason as in {@link org.anamnesis.fetch.ReadOutcome.EhrUnavailable} */
    record EhrUnavailable(String reason) implements ContextOutcome {}
}
