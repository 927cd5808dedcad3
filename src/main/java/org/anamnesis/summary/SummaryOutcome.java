package org.anamnesis.summary;

import org.anamnesis.draft.Draft;
import org.anamnesis.store.StoredDraft;

/** What came of a request for a summary. */
public sealed interface SummaryOutcome {

    /** A draft was written and kept. */
    record Composed(Draft draft, StoredDraft stored) implements SummaryOutcome {}

    /** The EHR has no such patient. */
    record UnknownPatient() implements SummaryOutcome {}

    /** The EHR does not let us read this patient. */
    record NotPermitted() implements SummaryOutcome {}

    /**
     * Not even the patient could be read.
     *
     * @param reason a stable word: {@code timeout}, {@code unreachable}, {@code http-503}, {@code unreadable-answer}
     */
    record EhrUnavailable(String reason) implements SummaryOutcome {}
}
