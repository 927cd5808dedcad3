package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.it.Exchange.Answer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A draft in each of its formats, read over FHIR before and after its signature. */
@ExtendWith(ArquillianExtension.class)
class DocumentIT {

    private static final String PATIENT = "okonjo";

    private Facade facade;
    private Bedside bedside;
    private String token;
    private Summary draft;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void draftASummary() {
        new Ehr().faults();
        new Model().play("behaves");
        facade = new Facade();
        bedside = new Bedside("dr-hassan");
        token = bedside.token(PATIENT);
        draft = facade.summarize(PATIENT, token);
    }

    @AfterEach
    void leave() {
        bedside.close();
    }

    @Test
    void theDraftNamesWhereItsOtherFormatsAre() {
        List<String> urls =
                get("DocumentReference/" + draft.draft()).resource(DocumentReference.class).getContent().stream()
                        .map(content -> content.getAttachment().getUrl())
                        .toList();
        assertThat(urls)
                .containsExactly(
                        null,
                        facade.at("Binary/" + draft.draft() + ".xhtml").toString(),
                        facade.at("Binary/" + draft.draft() + ".pdf").toString(),
                        facade.at("Bundle/" + draft.draft()).toString());
    }

    @Test
    void thePdfIsMarkedAsADraftUntilItIsSigned() throws Exception {
        assertThat(pdf())
                .contains("DRAFT - NOT SIGNED")
                .contains("patient id " + PATIENT)
                .contains("SOURCES");
        sign();
        assertThat(pdf()).doesNotContain("DRAFT - NOT SIGNED").contains("Signed by Practitioner/dr-hassan");
    }

    @Test
    void theTextIsTheOneThatIsSignedAndTheXhtmlIsGivenAsItself() {
        Answer text = get("Binary/" + draft.draft() + ".text", "Accept", "text/plain");
        assertThat(text.text()).isEqualTo(draft.text());
        Answer page = get("Binary/" + draft.draft() + ".xhtml", "Accept", "application/xhtml+xml");
        assertThat(page.header("Content-Type")).startsWith("application/xhtml+xml");
        assertThat(page.text()).contains("DRAFT - NOT SIGNED");
    }

    @Test
    void theDocumentIsPreliminaryAndOnceSignedItIsTheOneThatWasKept() {
        assertThat(composition().getStatus()).isEqualTo(Composition.CompositionStatus.PRELIMINARY);
        sign();
        assertThat(composition().getStatus()).isEqualTo(Composition.CompositionStatus.FINAL);
        assertThat(composition().getAttesterFirstRep().getParty().getReference())
                .endsWith("Practitioner/dr-hassan");
    }

    @Test
    void invariant7AnotherPatientsTokenFindsNoneOfThem() {
        String other = bedside.token("castellanos");
        for (String path : List.of("Binary/" + draft.draft() + ".pdf", "Bundle/" + draft.draft())) {
            assertRefused(facade.get(path, "Authorization", "Bearer " + other), 404, "unknown-draft");
        }
        assertRefused(get("Binary/" + draft.draft() + ".doc"), 404, "unknown-draft");
        assertRefused(get("Binary/" + draft.draft() + ".pdf", "Accept", "image/png"), 406, "accept");
    }

    private String pdf() throws Exception {
        byte[] bytes = get("Binary/" + draft.draft() + ".pdf", "Accept", Exchange.FHIR_JSON)
                .resource(Binary.class)
                .getData();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Composition composition() {
        return (Composition) get("Bundle/" + draft.draft())
                .resource(Bundle.class)
                .getEntryFirstRep()
                .getResource();
    }

    private void sign() {
        assertThat(facade.sign(draft.draft(), token, draft.hash()).status()).isEqualTo(200);
    }

    private Answer get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        Answer answer = facade.get(path, all.toArray(String[]::new));
        assertThat(answer.text()).isNotEmpty();
        return answer;
    }
}
