package org.anamnesis.store;

/** A draft gets its signature: told within the transaction, so that what is kept of it is kept with the signature or not at all. */
public record DraftSigned(StoredDraft draft) {}
