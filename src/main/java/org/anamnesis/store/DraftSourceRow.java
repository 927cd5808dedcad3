package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One resource that a draft stands on, or that its model was told of. */
@Entity
@Table(name = "draft_source")
class DraftSourceRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(updatable = false)
    UUID draft = new UUID(0, 0);

    @Column(updatable = false)
    String source = "";

    @Column(updatable = false)
    @Nullable
    String version;

    /** Whether a statement cites it, shown or withheld. */
    @Column(updatable = false)
    boolean cited;
}
