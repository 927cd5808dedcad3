package org.anamnesis.operation;

import org.anamnesis.document.Format;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DocumentReference;

/** The forms in which a draft can be had besides the text that its DocumentReference holds. */
final class DocumentForms {

    private static final String FHIR_JSON = "application/fhir+json";

    /** That something which the document came from turned out to be wrong. */
    private static final String RECALLED = "https://anamnesis.org/fhir/StructureDefinition/recalled";

    private DocumentForms() {}

    /**
     * Names where each is.
     *
     * @param base the facade's base for this EHR
     */
    static DocumentReference named(DocumentReference document, StoredDraft draft, String base) {
        for (Format format : Format.values()) {
            if (format != Format.TEXT) {
                add(document, format.contentType(), base + "/Binary/" + DocumentBinaries.idOf(draft, format));
            }
        }
        add(document, FHIR_JSON, base + "/Bundle/" + draft.id());
        if (draft.review().recalled()) {
            document.addExtension(RECALLED, new BooleanType(true));
        }
        return document;
    }

    private static void add(DocumentReference document, String contentType, String url) {
        document.addContent()
                .setAttachment(new Attachment()
                        .setContentType(contentType)
                        .setLanguage("en")
                        .setUrl(url)
                        .setTitle(document.getContentFirstRep().getAttachment().getTitle()));
    }
}
