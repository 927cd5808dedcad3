package org.anamnesis.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** The row of a user's settings. */
@Entity
@Table(name = "page_settings")
class PageSettingsRow {

    @EmbeddedId
    Key key = new Key("", "");

    @Column(nullable = false)
    String choices = "";

    /** Which user of which EHR. */
    @Embeddable
    record Key(String ehr, String who) implements Serializable {}
}
