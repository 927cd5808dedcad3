package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a signed document. */
@Entity
@Table(name = "signed_document")
class SignedDocumentRow {

    @Id
    UUID draft = new UUID(0, 0);

    @Column(name = "signed_at", nullable = false)
    Instant signedAt = Instant.EPOCH;

    @Column(name = "sealed_document", nullable = false, columnDefinition = "text")
    String sealedDocument = "";
}
