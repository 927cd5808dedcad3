package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing and filing: what is signed reaches the EHR exactly once, whatever the EHR does meanwhile. */
@ExtendWith(ArquillianExtension.class)
class SignIT {

    private static final String PATIENT = "castellanos";
    private static final int AT_ONCE = 20;

    private Ehr ehr;
    private Facade facade;
    private Bedside bedside;
    private String token;
    private Summary draft;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void openAChartAndDraft() {
        ehr = new Ehr();
        facade = new Facade();
        ehr.faults();
        new Model().play("behaves");
        bedside = new Bedside("dr-hassan");
        token = bedside.token(PATIENT);
        draft = facade.summarize(PATIENT, token);
    }

    @AfterEach
    void mend() {
        ehr.faults();
        bedside.close();
    }

    @Test
    void filesExactlyTheTextThatWasSigned() throws Exception {
        assertThat(documents()).isEmpty();
        Parameters answer = signed("filed");
        DocumentReference filed = onlyDocument();
        assertThat(answer.getParameter("location").getValue().primitiveValue())
                .isEqualTo("DocumentReference/" + filed.getIdElement().getIdPart());
        byte[] text = filed.getContentFirstRep().getAttachment().getData();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo(draft.hash());
        assertThat(new String(text, StandardCharsets.UTF_8))
                .isEqualTo(draft.text())
                .contains("Drafted by artificial intelligence", "review and signature by a clinician");
        assertThat(filed.getDocStatus()).isEqualTo(ReferredDocumentStatus.FINAL);
        assertThat(filed.getMeta().getSecurity()).extracting(Coding::getCode).contains("AIAST");
        assertThat(filed.getAuthenticator().getReference()).endsWith("Practitioner/dr-hassan");
    }

    @Test
    void filesADocumentOfTheShapeOfUsCore() {
        signed("filed");
        DocumentReference filed = onlyDocument();
        assertThat(filed.getIdentifierFirstRep().getSystem()).isEqualTo("urn:ietf:rfc:3986");
        assertThat(filed.getIdentifierFirstRep().getValue()).isEqualTo("urn:uuid:" + draft.draft());
        assertThat(filed.getStatus().toCode()).isEqualTo("current");
        assertThat(filed.getType().getCodingFirstRep().getSystem()).isEqualTo("http://loinc.org");
        assertThat(filed.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("clinical-note");
        assertThat(filed.getSubject().getReference()).endsWith("Patient/" + PATIENT);
        assertThat(filed.hasDate()).isTrue();
        assertThat(filed.getAuthor()).isNotEmpty();
        assertThat(filed.getContentFirstRep().getAttachment().getContentType()).startsWith("text/plain");
    }

    @Test
    void recordsWhoWroteItAndWhoVerifiedIt() {
        signed("filed");
        String document = "DocumentReference/" + onlyDocument().getIdElement().getIdPart();
        List<Provenance> found = ehr.search("Provenance?target=" + document).getEntry().stream()
                .map(entry -> (Provenance) entry.getResource())
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getAgent()).hasSize(2).allMatch(ProvenanceAgentComponent::hasOnBehalfOf);
        ProvenanceAgentComponent author = agent(found.getFirst(), "author");
        Device device = ehr.read(author.getWho().getReference()).resource(Device.class);
        assertThat(device.getMeta().getSecurity()).extracting(Coding::getCode).contains("AIAST");
        assertThat(device.getDeviceNameFirstRep().getName()).contains("scripted");
        assertThat(agent(found.getFirst(), "verifier").getWho().getReference()).endsWith("Practitioner/dr-hassan");
    }

    private static ProvenanceAgentComponent agent(Provenance provenance, String role) {
        return provenance.getAgent().stream()
                .filter(each -> each.getType().getCodingFirstRep().getCode().equals(role))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signingTwiceFilesOnce() {
        signed("filed");
        signed("already-filed");
        onlyDocument();
    }

    @Test
    void invariant4ManySignaturesAtOnceFileOneDocument() throws Exception {
        List<Callable<Answer>> signatures = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            signatures.add(() -> facade.sign(draft.draft(), token, draft.hash()));
        }
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Answer> answer : threads.invokeAll(signatures)) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
                outcomes.add(outcome(answer.get()));
            }
        }
        assertThat(outcomes).containsOnlyOnce("filed").isSubsetOf("filed", "already-filed", "pending");
        onlyDocument();
        assertThat(ehr.search("Provenance?target=DocumentReference/"
                                + onlyDocument().getIdElement().getIdPart())
                        .getEntry())
                .hasSize(1);
    }

    @Test
    void invariant4AConnectionThatDropsAfterTheEhrHasItFilesOneDocument() {
        ehr.faults(
                "{\"kind\":\"drop-connection\",\"type\":\"DocumentReference\",\"interaction\":\"create\",\"times\":1}");
        assertThat(outcome(sign())).isIn("filed", "pending");
        assertThat(outcome(sign())).isIn("filed", "already-filed");
        onlyDocument();
    }

    @Test
    void invariant4AnEhrThatIgnoresConditionsGetsOneDocument() {
        ehr.faults(
                "{\"kind\":\"ignore-if-none-exist\"}",
                "{\"kind\":\"drop-connection\",\"type\":\"DocumentReference\",\"interaction\":\"create\",\"times\":1}");
        assertThat(outcome(sign())).isIn("filed", "pending");
        assertThat(outcome(sign())).isIn("filed", "already-filed");
        onlyDocument();
    }

    @Test
    void invariant4WhatTheEhrCouldNotTakeIsFiledOnceItCan() {
        ehr.faults("{\"kind\":\"status\",\"status\":500,\"type\":\"DocumentReference\",\"interaction\":\"create\"}");
        signed("pending");
        assertThat(documents()).isEmpty();
        ehr.faults();
        signed("filed");
        onlyDocument();
    }

    @Test
    void invariant3RefusesTheHashOfAnotherText() {
        assertRefused(facade.sign(draft.draft(), token, "0".repeat(64)), 409, "other-text");
        assertThat(documents()).isEmpty();
    }

    @Test
    void refusesASecondSigner() {
        signed("filed");
        try (Bedside other = new Bedside("np-lindqvist")) {
            assertRefused(facade.sign(draft.draft(), other.token(PATIENT), draft.hash()), 409, "signed-by-another");
        }
        onlyDocument();
    }

    @Test
    void invariant3NoSystemCanSign() {
        String system = ehr.wardToken("system/*.rs system/DocumentReference.cruds");
        assertRefused(facade.sign(draft.draft(), system, draft.hash()), 403, "no-practitioner");
        assertThat(documents()).isEmpty();
    }

    private Answer sign() {
        return facade.sign(draft.draft(), token, draft.hash());
    }

    private Parameters signed(String outcome) {
        Answer answer = sign();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(outcome(answer)).isEqualTo(outcome);
        return answer.resource(Parameters.class);
    }

    private static String outcome(Answer answer) {
        return answer.resource(Parameters.class)
                .getParameter("outcome")
                .getValue()
                .primitiveValue();
    }

    private List<DocumentReference> documents() {
        Bundle found = ehr.search("DocumentReference?identifier=urn:ietf:rfc:3986%7Curn:uuid:" + draft.draft());
        return found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(DocumentReference.class::cast)
                .toList();
    }

    private DocumentReference onlyDocument() {
        List<DocumentReference> found = documents();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
