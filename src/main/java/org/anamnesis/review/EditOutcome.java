package org.anamnesis.review;

import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;

/** What came of a wish to edit. */
public sealed interface EditOutcome {

    /** It is done; a signature that was there is gone. */
    record Edited(StoredDraft draft) implements EditOutcome {}

    /** There is no such draft for this EHR and patient. */
    record UnknownDraft() implements EditOutcome {}

    /** The text the reviewer saw is not the text of the draft. */
    record OtherText() implements EditOutcome {}

    /** It cannot be edited any more: it is over, or the EHR may have it. */
    record Over(DraftState state) implements EditOutcome {}

    /** Something that it came from turned out to be wrong: nobody works on it any more. */
    record Recalled() implements EditOutcome {}

    /**
     * This cannot be done to this statement.
     *
     * @param code a stable word: {@code no-such-statement}, {@code not-in-text}, {@code text-missing}, {@code text-too-long},
     *     {@code reason-missing}, {@code nothing-to-acknowledge}, {@code too-many-edits}
     */
    record Impossible(String code) implements EditOutcome {}
}
