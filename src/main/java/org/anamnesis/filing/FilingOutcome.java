package org.anamnesis.filing;

/** What came of filing. Never "filed" before the EHR has the document and gives back the same text. */
public sealed interface FilingOutcome {

    /**
     * The EHR has it.
     *
     * @param location the reference in the EHR, e.g. {@code DocumentReference/12}
     * @param now whether this call put it there or finished it; false where it had been filed before
     */
    record Filed(String location, boolean now) implements FilingOutcome {}

    /**
     * Signed, not filed yet; filing can be tried again.
     *
     * @param reason a stable word: {@code in-progress}, {@code unreachable}, {@code http-503}
     */
    record Pending(String reason) implements FilingOutcome {}

    /**
     * The EHR refuses it, and will again.
     *
     * @param reason a stable word: {@code http-422}, {@code altered}
     */
    record Refused(String reason) implements FilingOutcome {}
}
