package org.anamnesis.review;

import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;

/** What came of a request to sign. */
public sealed interface SignOutcome {

    /** The draft is signed, by this request or an earlier one of the same signer, and can be filed. */
    record Signed(SignedDraft draft) implements SignOutcome {}

    /** The EHR has it already. */
    record AlreadyFiled(StoredDraft draft, StoredDraft.Filed filed) implements SignOutcome {}

    /** There is no such draft for this EHR and patient. */
    record UnknownDraft() implements SignOutcome {}

    /** The text the signer saw is not the text of the draft. */
    record OtherText() implements SignOutcome {}

    /** Somebody else has signed it. */
    record SignedByAnother() implements SignOutcome {}

    /** It was rejected, has expired, was replaced or was taken back. */
    record Over(DraftState state) implements SignOutcome {}

    /** Something that it came from turned out to be wrong: a model, instructions, or a source. */
    record Recalled() implements SignOutcome {}

    /** Words of a reviewer that the chart contradicts stand in it, and nobody has acknowledged that. */
    record Unacknowledged(int statements) implements SignOutcome {}
}
