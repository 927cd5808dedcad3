package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of a request that is answered later. */
@Entity
@Table(name = "async_job")
class JobRow {

    @Id
    String id = "";

    @Column(nullable = false, updatable = false)
    String ehr = "";

    @Column(nullable = false, updatable = false)
    String owner = "";

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    StoredJob.State state = StoredJob.State.WAITING;

    @Column(name = "created_at", nullable = false, updatable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at", nullable = false, updatable = false)
    Instant expiresAt = Instant.EPOCH;

    @Column(name = "polled_at")
    @Nullable
    Instant polledAt;

    @Nullable
    String progress;

    @Column(nullable = false)
    int tries;

    @Column(name = "leased_by")
    @Nullable
    String leasedBy;

    @Column(name = "leased_until")
    @Nullable
    Instant leasedUntil;

    @Column(name = "sealed_request", columnDefinition = "text")
    @Nullable
    String sealedRequest;

    @Column(name = "sealed_parts", columnDefinition = "text")
    @Nullable
    String sealedParts;

    @Column(name = "sealed_result", columnDefinition = "text")
    @Nullable
    String sealedResult;
}
