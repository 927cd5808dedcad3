package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft's row. */
@Entity
@Table(name = "draft")
class DraftRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    String ehr = "";

    @Column(nullable = false, updatable = false)
    String patient = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    DraftState state = DraftState.DRAFTED;

    @Column(name = "composed_at", nullable = false, updatable = false)
    Instant composedAt = Instant.EPOCH;

    @Column(name = "written_by", nullable = false, updatable = false)
    String writtenBy = "";

    @Column(name = "text_hash", nullable = false)
    String textHash = "";

    @Column(name = "sealed_text", nullable = false, updatable = false, columnDefinition = "text")
    String sealedText = "";

    @Column(name = "sealed_content", nullable = false, updatable = false, columnDefinition = "text")
    String sealedContent = "";

    /** The text as reviewers changed it; the drafted one stays beside it. */
    @Column(name = "sealed_edited", columnDefinition = "text")
    @Nullable
    String sealedEdited;

    @Column(updatable = false)
    @Nullable
    UUID replaces;

    @Nullable
    String signer;

    /** The person behind a role that signed, where the EHR said so. */
    @Column(name = "signer_person")
    @Nullable
    String signerPerson;

    @Column(name = "signed_at")
    @Nullable
    Instant signedAt;

    /** The visit within which it was signed. */
    @Nullable
    String encounter;

    @Column(name = "sealed_binding", columnDefinition = "text")
    @Nullable
    String sealedBinding;

    @Nullable
    String location;

    @Column(name = "filed_at")
    @Nullable
    Instant filedAt;

    @Column(name = "leased_until")
    @Nullable
    Instant leasedUntil;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Version
    int version;
}
