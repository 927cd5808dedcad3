package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a draft as its page shows it. */
@Entity
@Table(name = "draft_view")
class DraftViewRow {

    @Id
    UUID draft = new UUID(0, 0);

    @Column(name = "sealed_view", nullable = false, updatable = false, columnDefinition = "text")
    String sealedView = "";

    /** The user for whom it was made. */
    @Column(name = "shown_to", updatable = false)
    @Nullable
    String shownTo;
}
