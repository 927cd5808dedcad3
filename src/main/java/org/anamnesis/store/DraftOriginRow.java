package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What wrote a draft, in the clear, so that it can be searched. */
@Entity
@Table(name = "draft_origin")
class DraftOriginRow {

    @Id
    UUID draft = new UUID(0, 0);

    @Column(updatable = false)
    @Nullable
    String model;

    @Column(name = "prompt_version", updatable = false)
    @Nullable
    String promptVersion;

    @Column(name = "prompt_hash", updatable = false)
    @Nullable
    String promptHash;

    /** {@link DraftIndex#VERSION} when it was indexed. */
    int indexed = 1;
}
