package org.anamnesis.balp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditRecord;
import org.anamnesis.audit.AuditSearch;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.audit.CallOrigin;
import org.anamnesis.audit.TrailDatabase;
import org.anamnesis.conformity.Conformity;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kept rows as AuditEvents of IHE BALP's shape (AUD-01 to AUD-05). */
class BalpEventsTest {

    private static final BalpEvents EVENTS =
            new BalpEvents(new Parties("https://anamnesis.example", Map.of("ward", "https://ehr.example/fhir")));

    /** A row of each kind, as the trail keeps it. */
    static List<AuditRecord> rows() throws Exception {
        try (TrailDatabase database = new TrailDatabase()) {
            AuditTrail trail = database.trail();
            CallOrigin.of("req-1", "192.0.2.7").during(() -> {
                for (Kind kind : Kind.values()) {
                    trail.record(new org.anamnesis.audit.AuditEvent(
                            kind,
                            "ward",
                            Optional.of("p1"),
                            "client dr-hassan Practitioner/hassan",
                            kind == Kind.MODEL_DISCLOSURE ? "to mistral at llm.ward.example, prompt brief-3" : "what",
                            kind == Kind.EHR_QUERY
                                    ? Optional.of("Observation?patient=p1&category=laboratory")
                                    : Optional.empty(),
                            Outcome.DONE,
                            OptionalLong.of(1)));
                }
                return true;
            });
            return trail.find(AuditSearch.of("ward", 100));
        }
    }

    private static AuditEvent of(Kind kind) throws Exception {
        return EVENTS.of(rows().stream()
                .filter(row -> row.kind().equals(kind.name()))
                .findFirst()
                .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindSaysWhoOfWhomWhatWithWhatOutcomeOnWhichRequest(Kind kind) throws Exception {
        AuditEvent event = of(kind);
        Conformity.assertValid(event);
        assertThat(event.getType().getCode()).isNotBlank();
        assertThat(event.getSubtypeFirstRep().getCode()).isNotBlank();
        assertThat(event.getAction()).isNotNull();
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getRecorded()).isEqualTo("2025-03-04T12:00:00Z");
        assertThat(roles(event)).contains("110153", "110152");
        assertThat(event.getAgent())
                .filteredOn(AuditEventAgentComponent::getRequestor)
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.getWho().getReference()).isEqualTo("Practitioner/hassan");
                    assertThat(user.getAltId()).isEqualTo("dr-hassan");
                });
        assertThat(event.getEntity())
                .anySatisfy(entity -> {
                    assertThat(entity.getWhat().getReference()).isEqualTo("Patient/p1");
                    assertThat(entity.getType().getCode()).isEqualTo("1");
                    assertThat(entity.getRole().getCode()).isEqualTo("1");
                })
                .anySatisfy(entity -> {
                    assertThat(entity.getType().getCode()).isEqualTo("XrequestId");
                    assertThat(entity.getWhat().getIdentifier().getValue()).isEqualTo("req-1");
                });
    }

    private static List<String> roles(AuditEvent event) {
        return event.getAgent().stream()
                .map(agent -> agent.getType().getCodingFirstRep().getCode())
                .toList();
    }

    @Test
    void aSearchAtTheEhrKeepsItsQuery() throws Exception {
        AuditEvent event = of(Kind.EHR_QUERY);
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("search");
        assertThat(event.getEntity())
                .filteredOn(entity -> entity.hasQuery())
                .singleElement()
                .satisfies(entity -> assertThat(new String(entity.getQuery(), StandardCharsets.UTF_8))
                        .isEqualTo("Observation?patient=p1&category=laboratory"));
        assertThat(event.getAgent().get(1).getWho().getIdentifier().getValue()).isEqualTo("https://ehr.example/fhir");
    }

    @Test
    void aDisclosureToAModelNamesTheRecipientAndThePurpose() throws Exception {
        AuditEvent event = of(Kind.MODEL_DISCLOSURE);
        assertThat(event.getType().getCode()).isEqualTo("110106");
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("disclose");
        assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("TREAT");
        AuditEventAgentComponent recipient = event.getAgent().get(1);
        assertThat(recipient.getWho().getIdentifier().getValue()).isEqualTo("mistral");
        assertThat(recipient.getNetwork().getAddress()).as("AUD-05").isEqualTo("llm.ward.example");
        assertThat(recipient.getNetwork().getType().toCode()).isEqualTo("1");
    }

    @Test
    void aDisclosureOfBeforeHostsWereRecordedAndOneToAnAddressAreReadToo() {
        assertThat(Recipient.of("to mistral, prompt brief-3")).isEqualTo(new Recipient("mistral", Optional.empty()));
        assertThat(Recipient.of("to mistral at [::1], prompt brief-3, answered"))
                .isEqualTo(new Recipient("mistral", Optional.of("[::1]")));
        assertThat(Recipient.type("[::1]").toCode()).isEqualTo("2");
        assertThat(Recipient.type("10.0.0.7").toCode()).isEqualTo("2");
    }

    @Test
    void whoeverIsDeniedIsNoSuccess() throws Exception {
        try (TrailDatabase database = new TrailDatabase()) {
            database.trail()
                    .record(new org.anamnesis.audit.AuditEvent(
                            Kind.ACCESS_DENIED, "ward", Optional.of("p1"), "client", "GET Patient 403"));
            AuditEvent event = EVENTS.of(database.trail().after(0, 1).getFirst());
            assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
            assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("AuthZ-Role");
        }
    }

    @Test
    void outsideTheInstallationAPatientsIdSaysWhoseItIs() throws Exception {
        AuditRecord row = rows().getFirst();
        Parties parties = new Parties("https://anamnesis.example", Map.of("ward", "https://ehr.example/fhir"));
        AuditEvent event = BalpEvents.elsewhere(parties).of(row);
        assertThat(event.getIdElement().getIdPart()).matches("[0-9a-f-]{36}-" + row.place());
        assertThat(event.getEntity())
                .extracting(entity -> entity.getWhat().getReference())
                .contains(
                        "https://ehr.example/fhir/Patient/p1",
                        "AuditEvent/" + event.getIdElement().getIdPart().replaceAll("-[0-9]+$", "-1"));
        assertThat(event.getAgent())
                .extracting(agent -> agent.getWho().getReference())
                .contains("https://ehr.example/fhir/Practitioner/hassan");
    }

    @Test
    void whatIsAboutToHappenSaysSo() {
        AuditRecord row = new AuditRecord(
                1,
                java.time.Instant.EPOCH,
                "SOMETHING_OF_LATER",
                "ward",
                Optional.empty(),
                "client",
                "client",
                "",
                Optional.empty(),
                Optional.of("BEGUN"),
                OptionalLong.empty(),
                CallOrigin.NONE,
                Optional.empty(),
                "",
                "");
        AuditEvent event = EVENTS.of(row);
        assertThat(event.getOutcomeDesc()).startsWith("begun");
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("operation");
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
    }
}
