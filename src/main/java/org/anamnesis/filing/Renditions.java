package org.anamnesis.filing;

import org.anamnesis.document.Format;
import org.anamnesis.document.Renderer;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;

/**
 * Further formats of a signed text, filed in the same document behind it. The text stays: it is what was signed, and what is compared
 * after filing.
 */
final class Renditions {

    /** Servers take five times as much in one attachment; a document of this kind is never near it. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Renderer renderer;

    Renditions(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Adds those that a profile wants; one that could not be drawn whole is left out, for the text says it all. */
    DocumentReference added(DocumentReference document, StoredDraft draft, WriteProfile.Document wanted) {
        wanted.alongside().stream().sorted().forEach(format -> add(document, draft, wanted, format));
        return document;
    }

    private void add(DocumentReference document, StoredDraft draft, WriteProfile.Document wanted, Format format) {
        Renderer.Rendered rendered = renderer.render(draft, format);
        if (rendered.undrawn() > 0 || rendered.bytes().length > MOST_BYTES) {
            return;
        }
        Attachment attachment =
                new Attachment().setContentType(format.mime()).setData(rendered.bytes());
        if (wanted.attachmentDetails()) {
            FiledDocument.describe(attachment, draft);
        }
        document.addContent().setAttachment(attachment);
    }
}
