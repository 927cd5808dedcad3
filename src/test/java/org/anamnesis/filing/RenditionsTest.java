package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.document.Format;
import org.anamnesis.document.Renderer;
import org.anamnesis.document.SomeDraft;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.Test;

class RenditionsTest {

    private static final WriteProfile.Document PLAIN = WriteProfile.GENERIC.document();
    private static final WriteProfile.Document WITH_PDF = with(Set.of(Format.PDF));

    private final Renditions renditions = new Renditions(new Renderer(List.of()));
    private final StoredDraft draft = new SomeDraft().signed().stored();

    @Test
    void byDefaultTheTextStandsAlone() {
        assertThat(filed(draft, PLAIN).getContent()).hasSize(1);
    }

    @Test
    void aPdfStandsBehindTheTextWithSizeAndHash() {
        DocumentReference document = filed(draft, WITH_PDF);
        assertThat(document.getContent())
                .extracting(content -> content.getAttachment().getContentType())
                .containsExactly("text/plain; charset=utf-8", "application/pdf");
        assertThat(document.getContent().getLast().getAttachment().getSize())
                .isEqualTo(document.getContent().getLast().getAttachment().getData().length);
    }

    @Test
    void invariant3TheTextIsStillFoundAndComparedWhereTheEhrKeepsItElsewhere() {
        DocumentReference held = filed(draft, WITH_PDF);
        assertThat(FiledDocument.text(held)).contains(draft.text());
        held.getContentFirstRep().getAttachment().setData(null).setUrl("Binary/1");
        assertThat(FiledDocument.text(held)).isEmpty();
    }

    @Test
    void aPdfThatCannotBeDrawnWholeIsLeftOut() {
        assertThat(filed(new SomeDraft().named("\u738b").signed().stored(), WITH_PDF).getContent()).hasSize(1);
    }

    private DocumentReference filed(StoredDraft signed, WriteProfile.Document wanted) {
        return renditions.added(
                FiledDocument.of(signed, WriteProfile.GENERIC, Optional.empty(), Optional.empty()), signed, wanted);
    }

    private static WriteProfile.Document with(Set<Format> alongside) {
        return new WriteProfile.Document(
                PLAIN.identifier(),
                PLAIN.docStatus(),
                PLAIN.authors(),
                PLAIN.authenticator(),
                PLAIN.encounter(),
                PLAIN.period(),
                PLAIN.labels(),
                PLAIN.attachmentDetails(),
                PLAIN.contentType(),
                alongside);
    }
}
