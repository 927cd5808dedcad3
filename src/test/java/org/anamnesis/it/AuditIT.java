package org.anamnesis.it;

import static org.anamnesis.it.Facade.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.it.Exchange.Answer;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is recorded of a call, searched at the facade as FHIR AuditEvents; and outputs found again. */
@ExtendWith(ArquillianExtension.class)
class AuditIT {

    private static final String PATIENT = "castellanos";
    private static final String READS = "system/*.rs";

    private Ehr ehr;
    private Facade facade;

    @Deployment(testable = false)
    static WebArchive product() {
        return Product.atRoot();
    }

    @BeforeEach
    void callTheProduct() {
        ehr = new Ehr();
        ehr.faults();
        new Model().play("behaves");
        facade = new Facade();
    }

    @Test
    void everyActOfACallIsFoundByItsRequestId() {
        String id = "audit-it-" + System.nanoTime();
        Answer made = facade.post(
                "Patient/" + PATIENT + "/$summarize",
                ehr.wardToken(READS),
                Exchange.FHIR_JSON,
                Facade.NOTHING,
                "X-Request-Id",
                id);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.header("X-Request-Id")).isEqualTo(id);
        List<AuditEvent> events = events("AuditEvent?_count=200&request-id=" + id);
        assertThat(events)
                .extracting(event -> event.getSubtypeFirstRep().getCode())
                .contains("operation", "search", "read", "disclose");
        assertThat(events)
                .filteredOn(event -> !event.getSubtypeFirstRep().getCode().equals("110126"))
                .as("all but a token are of the patient")
                .allSatisfy(event -> assertThat(event.getEntity())
                        .anyMatch(entity -> entity.getWhat().getReference() != null
                                && entity.getWhat().getReference().equals("Patient/" + PATIENT)));
        assertThat(events)
                .filteredOn(event -> List.of("operation", "disclose")
                        .contains(event.getSubtypeFirstRep().getCode()))
                .allSatisfy(event -> assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0));
        assertThat(events)
                .filteredOn(event -> event.getEntity().stream()
                        .anyMatch(entity -> entity.hasQuery()
                                && new String(entity.getQuery(), StandardCharsets.UTF_8).startsWith("Observation?")))
                .isNotEmpty();
        assertThat(events)
                .as("the call began before all else, and its end is the last")
                .last()
                .satisfies(event -> assertThat(event.getOutcomeDesc()).startsWith("begun"));
    }

    @Test
    void isSearchedByPatientAgentAndTime() {
        facade.summarizing(PATIENT, ehr.wardToken(READS), Facade.NOTHING);
        assertThat(events("AuditEvent?patient=Patient/" + PATIENT + "&_count=5"))
                .hasSize(5);
        assertThat(events("AuditEvent?patient=nobody-at-all&_count=5")).isEmpty();
        assertThat(events("AuditEvent?patient=" + PATIENT + "&date=ge2024-01-01&_count=1"))
                .hasSize(1);
        assertThat(events("AuditEvent?patient=" + PATIENT + "&date=lt2024-01-01"))
                .isEmpty();
        AuditEvent newest = events("AuditEvent?_count=1").getFirst();
        String client = newest.getAgentFirstRep().getWho().getIdentifier().getValue();
        assertThat(events("AuditEvent?_count=3&agent=" + URLEncoder.encode(client, StandardCharsets.UTF_8)))
                .hasSize(3);
        String before = newest.getIdElement().getIdPart();
        assertThat(events("AuditEvent?_count=1&before=" + before))
                .extracting(event -> event.getIdElement().getIdPart())
                .doesNotContain(before);
        AuditEvent read = get("AuditEvent/" + before, ehr.wardToken("system/AuditEvent.rs"))
                .resource(AuditEvent.class);
        assertThat(read.getRecorded()).isEqualTo(newest.getRecorded());
    }

    @Test
    void onlyATokenThatNamesAuditEventOpensTheTrail() {
        assertRefused(get("AuditEvent?patient=" + PATIENT, ehr.wardToken(READS)), 403, "insufficient-scope");
        assertRefused(get("AuditEvent/1", ehr.wardToken("system/Patient.rs")), 403, "insufficient-scope");
        try (Bedside bedside = new Bedside("dr-hassan")) {
            assertRefused(get("AuditEvent?patient=" + PATIENT, bedside.token(PATIENT)), 403, "insufficient-scope");
        }
    }

    @Test
    void outputsAreRecalledByModelAndSourceAndMarked() {
        Answer made = facade.summarizing(PATIENT, ehr.wardToken(READS), Facade.NOTHING);
        Summary summary = new Summary(made.resource(Parameters.class));
        String draft = summary.draft();
        String token = ehr.wardToken("system/DocumentReference.rus");
        Answer found = recall(token, "{\"name\":\"model\",\"valueString\":\"scripted\"}");
        assertThat(found.text()).contains("DocumentReference/" + draft, "\"drafted\"");
        Answer marked = recall(
                token,
                "{\"name\":\"model\",\"valueString\":\"scripted\"},{\"name\":\"mark\",\"valueBoolean\":true},"
                        + "{\"name\":\"reason\",\"valueString\":\"a test\"}");
        assertThat(marked.text()).contains("a test");
        try (Bedside bedside = new Bedside("dr-hassan")) {
            assertRefused(facade.sign(draft, bedside.token(PATIENT), summary.hash()), 409, "draft-recalled");
        }
        assertRefused(
                recall(ehr.wardToken(READS), "{\"name\":\"model\",\"valueString\":\"scripted\"}"),
                403,
                "insufficient-scope");
        assertRefused(
                recall(
                        ehr.wardToken("system/DocumentReference.rs"),
                        "{\"name\":\"model\",\"valueString\":\"scripted\"},{\"name\":\"mark\",\"valueBoolean\":true}"),
                403,
                "insufficient-scope");
        assertRefused(recall(token, "{\"name\":\"most\",\"valueInteger\":3}"), 400, "missing-parameter");
        assertRefused(recall(token, "{\"name\":\"source\",\"valueString\":\"nothing\"}"), 400, "wrong-parameter");
    }

    private Answer recall(String token, String parameters) {
        return facade.post(
                "$recall",
                token,
                Exchange.FHIR_JSON,
                "{\"resourceType\":\"Parameters\",\"parameter\":[" + parameters + "]}");
    }

    private List<AuditEvent> events(String query) {
        Answer answer = get(query, ehr.wardToken("system/AuditEvent.rs"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.resource(Bundle.class).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private Answer get(String path, String token) {
        return facade.send(HttpRequest.newBuilder(URI.create(facade.at("") + path))
                .header("Authorization", "Bearer " + token)
                .GET());
    }
}
