package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.document.Format;
import org.anamnesis.filing.DocumentPreview.Author;
import org.anamnesis.filing.DocumentPreview.Content;
import org.anamnesis.filing.DocumentPreview.Visit;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is shown before the signature is what the EHR gets after it, over real HTTP. */
class DocumentPreviewTest {

    @TestFactory
    Stream<DynamicTest> eachFieldIsThatOfTheDocumentThatTheEhrGets() {
        return Stream.of("generic", "us-core", "oracle-like", "epic-like")
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    try (FilingDesk desk = desk(kind)) {
                        DocumentPreview shown = desk.preview(Optional.of("visit"));
                        assertThat(desk.ehr.documents())
                                .as("nothing is filed yet")
                                .isEmpty();
                        assertThat(desk.file()).isInstanceOf(FilingOutcome.Filed.class);
                        assertIsOf(shown, desk.ehr.documents().getFirst());
                    }
                }));
    }

    @Test
    void anEhrWithDevicesIsShownWithTheSoftwareAsAnAuthorAndThePdf() throws IOException {
        try (FilingDesk desk = desk("us-core")) {
            DocumentPreview shown = desk.preview(Optional.of("visit"));
            assertThat(shown.status()).isEqualTo("current");
            assertThat(shown.docStatus()).as("as it is once it is signed").hasValue("final");
            assertThat(shown.type()).isEqualTo("Chart summary");
            assertThat(shown.labels()).containsExactly("Artificial Intelligence asserted");
            assertThat(shown.authors())
                    .containsExactly(
                            new Author.Signer("Practitioner/hassan"),
                            new Author.Software("Anamnesis, rules without a language model"));
            assertThat(shown.authenticator()).hasValue("Practitioner/hassan");
            assertThat(shown.replaces()).containsExactly("DocumentReference/before");
            assertThat(shown.visit()).isEqualTo(Visit.NAMED);
            assertThat(shown.contents())
                    .extracting(Content::contentType)
                    .containsExactly("text/plain; charset=utf-8", "application/pdf");
            assertThat(shown.contents().getFirst().bytes()).isEqualTo("The text that was signed.\n".length());
        }
    }

    @Test
    void whereTheEhrSaysThatItTakesNoDeviceTheSignerIsShownAlone() throws IOException {
        try (FilingDesk desk = desk("us-core")) {
            desk.ehr.saying("DocumentReference", List.of());
            desk.ehr.saying("Device", List.of(TypeRestfulInteraction.READ));
            desk.ehr.refusing("Device", 403);
            DocumentPreview shown = desk.preview(Optional.of("visit"));
            assertThat(shown.authors()).containsExactly(new Author.Signer("Practitioner/hassan"));
            desk.file();
            assertIsOf(shown, desk.ehr.documents().getFirst());
        }
    }

    @Test
    void aVisitThatIsNeededAndNotThereIsShownAsMissing() throws IOException {
        try (FilingDesk desk = desk("epic-like")) {
            assertThat(desk.preview(Optional.empty()).visit()).isEqualTo(Visit.MISSING);
        }
        try (FilingDesk desk = desk("generic")) {
            assertThat(desk.preview(Optional.empty()).visit()).isEqualTo(Visit.NOT_NAMED);
        }
    }

    private static void assertIsOf(DocumentPreview shown, DocumentReference held) {
        assertThat(shown.status()).isEqualTo(held.getStatus().toCode());
        assertThat(shown.docStatus())
                .isEqualTo(Optional.ofNullable(held.getDocStatus()).map(status -> status.toCode()));
        assertThat(shown.type()).isEqualTo(held.getType().getText());
        assertThat(shown.typeCode())
                .isEqualTo(held.getType().getCodingFirstRep().getCode());
        assertThat(shown.categories())
                .containsExactly(held.getCategoryFirstRep().getCodingFirstRep().getDisplay());
        assertThat(shown.labels())
                .isEqualTo(held.getMeta().getSecurity().stream()
                        .map(Coding::getDisplay)
                        .toList());
        assertThat(shown.authors())
                .extracting(author -> author instanceof Author.Signer signer ? signer.reference() : "Device")
                .isEqualTo(held.getAuthor().stream()
                        .map(author -> author.getReference().replaceFirst("^Device/.*", "Device"))
                        .toList());
        assertThat(shown.authenticator())
                .isEqualTo(Optional.ofNullable(held.getAuthenticator().getReference()));
        assertThat(shown.visit() == Visit.NAMED).isEqualTo(held.getContext().hasEncounter());
        assertThat(shown.replaces())
                .isEqualTo(held.getRelatesTo().stream()
                        .map(related -> related.getTarget().getReference())
                        .toList());
        assertThat(shown.contents())
                .isEqualTo(held.getContent().stream()
                        .map(content -> content.getAttachment())
                        .map(one -> new Content(one.getContentType(), one.getData().length))
                        .toList());
    }

    /** A draft in the place of a filed one; the one that is written as US Core has it with a PDF. */
    private static FilingDesk desk(String kind) throws IOException {
        WriteProfile profile = WriteProfileFile.named(kind);
        PretendedEhr ehr = new PretendedEhr();
        return new FilingDesk(
                        kind.equals("epic-like") ? ehr.ignoringConditions().droppingIdentifiers() : ehr)
                .with(kind.equals("us-core") ? withPdf(profile) : profile)
                .inPlaceOf("DocumentReference/before");
    }

    private static WriteProfile withPdf(WriteProfile profile) {
        WriteProfile.Document plain = profile.document();
        return new WriteProfile(
                profile.title(),
                new WriteProfile.Document(
                        plain.identifier(),
                        plain.docStatus(),
                        plain.authors(),
                        plain.authenticator(),
                        plain.encounter(),
                        plain.period(),
                        plain.labels(),
                        plain.attachmentDetails(),
                        plain.contentType(),
                        Set.of(Format.PDF)),
                profile.device(),
                profile.provenance(),
                profile.conditionalCreate(),
                profile.foundBy(),
                profile.transaction());
    }
}
