package org.anamnesis.review;

import java.time.Instant;
import java.util.Optional;
import org.anamnesis.store.StoredDraft;

/** Drafts as if they had been signed. */
public final class SignedDrafts {

    private SignedDrafts() {}

    /** The draft with the signature of a practitioner. */
    public static SignedDraft by(StoredDraft draft, String practitioner, Instant at) {
        StoredDraft.Signature signature = new StoredDraft.Signature(practitioner, at);
        return new SignedDraft(
                new StoredDraft(
                        draft.id(),
                        draft.ehr(),
                        draft.patient(),
                        draft.composedAt(),
                        draft.text(),
                        draft.textHash(),
                        draft.content(),
                        Optional.of(signature),
                        draft.filed()),
                signature);
    }
}
