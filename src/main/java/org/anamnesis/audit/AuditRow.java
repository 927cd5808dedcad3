package org.anamnesis.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the trail; written once, never changed. */
@Entity
@Table(name = "audit_event")
class AuditRow {

    @Id
    long place;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt = Instant.EPOCH;

    @Column(updatable = false)
    String kind = "";

    @Column(updatable = false)
    String ehr = "";

    @Column(updatable = false)
    @Nullable
    String patient;

    @Column(updatable = false)
    String actor = "";

    @Column(updatable = false)
    String detail = "";

    @Column(name = "previous_hash", updatable = false)
    String previousHash = "";

    @Column(updatable = false)
    String hash = "";
}
