package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The row of a person's name. */
@Entity
@Table(name = "person_name")
class PersonNameRow {

    @EmbeddedId
    Key key = new Key("", "");

    @Column(name = "sealed_name", nullable = false, columnDefinition = "text")
    String sealedName = "";

    @Column(name = "told_at", nullable = false)
    Instant toldAt = Instant.EPOCH;

    /** Which person of which EHR. */
    @Embeddable
    record Key(String ehr, String reference) implements Serializable {}
}
