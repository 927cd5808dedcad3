package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the ledger of filings. */
@Entity
@Table(name = "filing")
class FilingRow {

    @Id
    UUID draft = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    FilingRecord.Standing standing = FilingRecord.Standing.QUEUED;

    @Column(name = "queued_at", nullable = false)
    Instant queuedAt = Instant.EPOCH;

    @Column(nullable = false)
    int tries;

    @Column(name = "next_try")
    @Nullable
    Instant nextTry;

    @Nullable
    String reason;

    @Column(name = "sealed_words", columnDefinition = "text")
    @Nullable
    String sealedWords;

    @Column(name = "sent_at")
    @Nullable
    Instant sentAt;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    @Nullable
    String document;

    @Column(name = "document_version")
    @Nullable
    String documentVersion;

    /** Codes with spaces between. */
    @Column(name = "not_kept")
    @Nullable
    String notKept;

    List<String> notKept() {
        return notKept == null ? List.of() : List.of(notKept.split(" "));
    }
}
