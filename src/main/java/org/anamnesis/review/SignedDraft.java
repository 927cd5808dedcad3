package org.anamnesis.review;

import org.anamnesis.store.StoredDraft;

/** A draft with a clinician's signature over its exact text; only this can be filed. */
public final class SignedDraft {

    private final StoredDraft draft;
    private final StoredDraft.Signature signature;

    SignedDraft(StoredDraft draft, StoredDraft.Signature signature) {
        this.draft = draft;
        this.signature = signature;
    }

    public StoredDraft draft() {
        return draft;
    }

    public StoredDraft.Signature signature() {
        return signature;
    }
}
