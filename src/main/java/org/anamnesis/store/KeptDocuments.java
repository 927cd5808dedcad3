package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps signed documents, sealed, one for each draft: that of the signature it has. Takes part in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRED)
public class KeptDocuments {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected KeptDocuments() {
        this.seal = null;
    }

    @Inject
    public KeptDocuments(Seal seal) {
        this.seal = seal;
    }

    /**
     * Keeps the document of a signature, in the place of one of an earlier signature.
     *
     * @param document as FHIR JSON
     */
    public void keep(UUID draft, Instant signedAt, String document) {
        SignedDocumentRow row = new SignedDocumentRow();
        row.draft = draft;
        row.signedAt = signedAt;
        row.sealedDocument = Objects.requireNonNull(seal).close(document, draft.toString());
        Objects.requireNonNull(entities).merge(row);
    }

    /** The document of a signature; empty where none was kept, or that of another signature. */
    public Optional<String> find(UUID draft, Instant signedAt) {
        return Optional.ofNullable(Objects.requireNonNull(entities).find(SignedDocumentRow.class, draft))
                .filter(row -> row.signedAt.equals(signedAt))
                .map(row -> Objects.requireNonNull(seal).open(row.sealedDocument, draft.toString()));
    }
}
