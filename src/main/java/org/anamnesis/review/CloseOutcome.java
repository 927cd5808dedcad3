package org.anamnesis.review;

import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;

/** What came of a wish to end a draft, or to begin another in its place. */
public sealed interface CloseOutcome {

    /** It is done: the draft as it is now, or the one to take its place. */
    record Done(StoredDraft draft) implements CloseOutcome {}

    /** There is no such draft for this EHR and patient. */
    record UnknownDraft() implements CloseOutcome {}

    /** What the draft is does not allow it. */
    record Over(DraftState state) implements CloseOutcome {}

    /** The reason is none of {@link Reviewing#REASONS}. */
    record ReasonMissing() implements CloseOutcome {}
}
