package org.anamnesis.sandbox.personality;

import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.DocumentReference;

/** What an EHR can drop of a document without a word. */
enum Dropped {
    IDENTIFIER(document -> document.setIdentifier(null).setMasterIdentifier(null)),
    LABEL(document -> document.getMeta().setSecurity(null)),
    SECURITY_LABEL(document -> document.setSecurityLabel(null)),
    RELATES_TO(document -> document.setRelatesTo(null)),
    /** All but the first. */
    FURTHER_CONTENT(document -> document.setContent(List.of(document.getContentFirstRep())));

    private final Consumer<DocumentReference> drop;

    Dropped(Consumer<DocumentReference> drop) {
        this.drop = drop;
    }

    void from(DocumentReference document) {
        drop.accept(document);
    }
}
