package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a draft was recalled. */
@Entity
@Table(name = "draft_mark")
class DraftMarkRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(updatable = false)
    UUID draft = new UUID(0, 0);

    @Column(name = "marked_at", updatable = false)
    Instant markedAt = Instant.EPOCH;

    @Column(name = "marked_by", updatable = false)
    String markedBy = "";

    @Column(updatable = false)
    String reason = "";
}
