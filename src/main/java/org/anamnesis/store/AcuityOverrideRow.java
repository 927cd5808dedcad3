package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The row of a person's decision in a ward's order. */
@Entity
@Table(name = "acuity_override")
class AcuityOverrideRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    String ehr = "";

    @Column(nullable = false, updatable = false)
    String patient = "";

    @Column(name = "decided_at", nullable = false, updatable = false)
    Instant decidedAt = Instant.EPOCH;

    @Column(name = "holds_until", nullable = false, updatable = false)
    Instant holdsUntil = Instant.EPOCH;

    @Column(name = "decided_by", nullable = false, updatable = false)
    String decidedBy = "";

    @Column(name = "sealed_content", nullable = false, updatable = false, columnDefinition = "text")
    String sealedContent = "";
}
