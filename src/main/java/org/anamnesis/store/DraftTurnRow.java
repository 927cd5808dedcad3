package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Instructions under which a model wrote some of a draft. */
@Entity
@Table(name = "draft_turn")
class DraftTurnRow {

    @Id
    UUID id = new UUID(0, 0);

    @Column(updatable = false)
    UUID draft = new UUID(0, 0);

    @Column(name = "prompt_version", updatable = false)
    String promptVersion = "";
}
