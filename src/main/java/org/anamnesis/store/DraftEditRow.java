package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a reviewer's edits: added, never changed. */
@Entity
@Table(name = "draft_edit")
@IdClass(DraftEditRow.Key.class)
class DraftEditRow {

    @Id
    UUID draft = new UUID(0, 0);

    @Id
    int number;

    @Column(name = "made_at", nullable = false, updatable = false)
    Instant madeAt = Instant.EPOCH;

    @Column(name = "made_by", nullable = false, updatable = false)
    String madeBy = "";

    @Column(name = "sealed_edit", nullable = false, updatable = false, columnDefinition = "text")
    String sealedEdit = "";

    /** Whose edit, and which one. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        UUID draft = new UUID(0, 0);
        int number;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.draft.equals(draft) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(draft, number);
        }
    }
}
