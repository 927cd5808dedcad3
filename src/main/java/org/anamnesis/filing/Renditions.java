package org.anamnesis.filing;

import java.util.Optional;
import org.anamnesis.document.Format;
import org.anamnesis.document.Renderer;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;

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

    /**
     * The whole document that an EHR gets of a draft, which is also what is shown before the signature.
     *
     * @param device the software that wrote it, where the EHR has it
     * @param replaced the document in the EHR that it takes the place of
     */
    DocumentReference document(
            StoredDraft draft, WriteProfile profile, Optional<Reference> device, Optional<String> replaced) {
        return added(FiledDocument.of(draft, profile, device, replaced), draft, profile.document());
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
        Attachment attachment = new Attachment().setContentType(format.mime()).setData(rendered.bytes());
        if (wanted.attachmentDetails()) {
            FiledDocument.describe(attachment, draft);
        }
        document.addContent().setAttachment(attachment);
    }
}
