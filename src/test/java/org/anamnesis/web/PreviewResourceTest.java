package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anamnesis.filing.DocumentPreview;
import org.junit.jupiter.api.Test;

/** What the page is told of a document before it is signed. */
class PreviewResourceTest {

    @Test
    void personsAreCalledByTheirNameWhereOneIsKnownAndByTheirReferenceElsewhere() {
        DocumentPreview preview = preview(Optional.of("Practitioner/eva"));
        PreviewResource.View known = PreviewResource.view(preview, reference -> Optional.of("Dr. Eva Hand"));
        assertThat(known.authors())
                .containsExactly(
                        new PreviewResource.Author("signer", "Dr. Eva Hand"),
                        new PreviewResource.Author("software", "Anamnesis"));
        assertThat(known.authenticator()).isEqualTo("Dr. Eva Hand");
        PreviewResource.View unknown = PreviewResource.view(preview, reference -> Optional.empty());
        assertThat(unknown.authors().getFirst().name()).isEqualTo("Practitioner/eva");
        assertThat(unknown.authenticator()).isEqualTo("Practitioner/eva");
    }

    @Test
    void whatTheEhrIsNotToldIsNoEmptyWord() {
        PreviewResource.View view = PreviewResource.view(preview(Optional.empty()), reference -> Optional.empty());
        assertThat(view.docStatus()).isNull();
        assertThat(view.authenticator()).isNull();
        assertThat(view.visit()).isEqualTo("not-named");
        assertThat(view.contents()).containsExactly(new PreviewResource.Content("text/plain", 12));
    }

    private static DocumentPreview preview(Optional<String> authenticator) {
        return new DocumentPreview(
                "ab".repeat(32),
                "current",
                Optional.empty(),
                "Chart summary",
                "34133-9",
                List.of("Clinical Note"),
                List.of(),
                List.of(
                        new DocumentPreview.Author.Signer("Practitioner/eva"),
                        new DocumentPreview.Author.Software("Anamnesis")),
                authenticator,
                DocumentPreview.Visit.NOT_NAMED,
                List.of(),
                List.of(new DocumentPreview.Content("text/plain", 12)));
    }
}
