package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of a clinician's feedback. */
@Entity
@Table(name = "feedback")
class FeedbackRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    String ehr = "";

    @Column(nullable = false, updatable = false)
    UUID draft = new UUID(0, 0);

    @Column(updatable = false)
    @Nullable
    Integer statement;

    @Column(nullable = false, updatable = false)
    String category = "";

    @Column(name = "is_safety", nullable = false, updatable = false)
    boolean safety;

    @Column(name = "said_by", nullable = false, updatable = false)
    String by = "";

    @Column(name = "said_at", nullable = false, updatable = false)
    Instant at = Instant.EPOCH;

    @Column(name = "sealed_words", updatable = false, columnDefinition = "text")
    @Nullable
    String sealedWords;
}
