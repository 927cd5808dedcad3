package org.anamnesis.sandbox.personality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OpenClinic.class)
class PersonalityTest {

    private static final String TYPE = "application/json";

    private final Clinic clinic;
    private final String token;

    PersonalityTest(Clinic clinic) {
        this.clinic = clinic;
        this.token = clinic.backendToken(Clinic.BACKEND_SCOPES);
    }

    @AfterEach
    void backToGeneric() {
        become("generic");
    }

    @Test
    void anUnknownPersonalityIsRefusedAndTheOneThereIsStays() {
        become("epic-like");
        assertThat(clinic.plain("PUT", "/sandbox/personality", "{\"name\":\"other\"}", TYPE)
                        .statusCode())
                .isEqualTo(400);
        assertThat(clinic.get("/sandbox/personality").body()).contains("epic-like");
        assertThatThrownBy(() -> Personality.named("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "us-core", "epic-like", "oracle-like"})
    void everyPersonalityTakesANoteAsItWantsIt(String name) {
        become(name);
        assertThat(create(note(name)).statusCode()).isEqualTo(201);
    }

    static Stream<Arguments> refused() {
        Consumer<DocumentReference> noVisit = note -> note.getContext().setEncounter(null);
        Consumer<DocumentReference> otherVisit =
                note -> note.getContext().getEncounterFirstRep().setReference("Encounter/4711-stay");
        Consumer<DocumentReference> absentVisit =
                note -> note.getContext().getEncounterFirstRep().setReference("Encounter/nowhere");
        return Stream.of(
                of("us-core", "type", note -> note.setType(null)),
                of("us-core", "clinical-note", note -> note.setCategory(null)),
                of("us-core", "contentType", note -> attachment(note).setContentType("text/html")),
                of("epic-like", "Valid encounter required", noVisit),
                of("epic-like", "Valid encounter required", otherVisit),
                of("epic-like", "Valid encounter required", absentVisit),
                of("epic-like", "contentType", note -> attachment(note).setContentType("application/pdf")),
                of(
                        "epic-like",
                        "type",
                        note -> note.getType().getCodingFirstRep().setCode("18842-5")),
                of("epic-like", "data", note -> attachment(note).setData(null).setUrl("Binary/1")),
                of("oracle-like", "docStatus", note -> note.setDocStatus(ReferredDocumentStatus.PRELIMINARY)),
                of("oracle-like", "not both", note -> note.getType().addCoding(new Coding("urn:vendor", "1", "Note"))),
                of("oracle-like", "author", note -> note.setAuthor(null)),
                of("oracle-like", "author", note -> note.addAuthor(new Reference("Practitioner/np-lindqvist"))),
                of("oracle-like", "author", note -> note.getAuthorFirstRep().setReference("Patient/pt-ada")),
                of(
                        "oracle-like",
                        "authenticator",
                        note -> note.setAuthenticator(new Reference("Practitioner/dr-hassan"))),
                of("oracle-like", "exactly one content", note -> note.addContent(note.getContentFirstRep())),
                of("oracle-like", "contentType", note -> attachment(note).setContentType("text/plain")),
                of("oracle-like", "period.end", note -> note.getContext().setPeriod(null)),
                of(
                        "oracle-like",
                        "period.end",
                        note -> note.getContext().getPeriod().setEndElement(new DateTimeType("2024-11-10"))),
                of("oracle-like", "Valid encounter required", noVisit));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheVendorRefusesIsRefusedInWordsAndNothingIsKept(
            String name, String words, Consumer<DocumentReference> spoil) {
        become(name);
        DocumentReference note = note(name);
        spoil.accept(note);
        long before = clinic.ehr().count("DocumentReference");

        HttpResponse<String> answer = create(note);

        assertThat(answer.statusCode())
                .isEqualTo(Personality.named(name).refusal().status());
        OperationOutcome said = clinic.fhir().newJsonParser().parseResource(OperationOutcome.class, answer.body());
        assertThat(said.getIssueFirstRep().getDetails().getText()).contains(words);
        if (name.equals("epic-like")) {
            assertThat(said.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                    .isEqualTo("59108");
        }
        assertThat(clinic.ehr().count("DocumentReference")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epic-like", "oracle-like"})
    void whatTheVendorDoesNotKnowIsDroppedInSilence(String name) {
        become(name);
        DocumentReference note = note(name);
        note.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:0");
        note.getMeta().addSecurity(new Coding("urn:labels", "AIAST", "software"));
        String before = id(create(note(name)));
        note.addRelatesTo()
                .setCode(DocumentRelationshipType.REPLACES)
                .setTarget(new Reference("DocumentReference/" + before));
        if (name.equals("epic-like")) {
            note.addContent()
                    .setAttachment(
                            new Attachment().setContentType("application/pdf").setData(new byte[] {1}));
        }

        DocumentReference kept = read(id(create(note)));

        assertThat(kept.hasIdentifier() || kept.getMeta().hasSecurity() || kept.hasRelatesTo())
                .isFalse();
        assertThat(kept.getContent()).hasSize(1);
        assertThat(new String(kept.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                .isEqualTo("A summary.");
    }

    @Test
    void anEpicLikeCreateIsAnsweredWithARelativePlaceAndNothingElse() {
        become("epic-like");
        HttpResponse<String> answer = create(note("epic-like"));
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("DocumentReference/[^/]+");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void anOracleLikeCreateIsAnsweredWithPlaceAndVersionAndNoBody() {
        become("oracle-like");
        HttpResponse<String> answer = create(note("oracle-like"));
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(clinic.ehr().fhirBase() + "/DocumentReference/");
        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"epic-like", "oracle-like"})
    void theSameNoteTwiceIsTwoNotesWhereConditionsAreUnheard(String name) {
        become(name);
        DocumentReference note = note(name);
        long before = clinic.ehr().count("DocumentReference");
        for (int i = 0; i < 2; i++) {
            clinic.fhir("POST", "/DocumentReference", token, json(note), "If-None-Exist", "identifier=urn:x|1");
        }
        assertThat(clinic.ehr().count("DocumentReference")).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epic-like", "oracle-like"})
    void neitherProvenanceNorBundlesAreTaken(String name) {
        become(name);
        int status = Personality.named(name).notCreatedStatus();
        assertThat(clinic.fhir("POST", "/Provenance", token, "{\"resourceType\":\"Provenance\"}")
                        .statusCode())
                .isEqualTo(status);
        assertThat(clinic.fhir("POST", "", token, "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void theStatementSaysWhatThePersonalityDoes() {
        assertThat(creates("Provenance") && conditional("DocumentReference") && transacts())
                .isTrue();
        become("epic-like");
        assertThat(creates("Provenance") || conditional("DocumentReference") || transacts())
                .isFalse();
        assertThat(creates("DocumentReference")).isTrue();
        become("us-core");
        assertThat(creates("Provenance") && conditional("DocumentReference") && transacts())
                .as("and is not kept from the personality before")
                .isTrue();
    }

    private boolean creates(String type) {
        return statement().getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .flatMap(resource -> resource.getInteraction().stream())
                .anyMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.CREATE);
    }

    private boolean conditional(String type) {
        return statement().getRestFirstRep().getResource().stream()
                .anyMatch(resource -> resource.getType().equals(type) && resource.getConditionalCreate());
    }

    private boolean transacts() {
        return statement().getRestFirstRep().getInteraction().stream()
                .anyMatch(interaction -> interaction.getCode() == SystemRestfulInteraction.TRANSACTION);
    }

    private CapabilityStatement statement() {
        return clinic.fhir()
                .newJsonParser()
                .parseResource(
                        CapabilityStatement.class,
                        clinic.fhir("GET", "/metadata", "", "").body());
    }

    private static Arguments of(String name, String words, Consumer<DocumentReference> spoil) {
        return Arguments.of(name, words, spoil);
    }

    private static Attachment attachment(DocumentReference note) {
        return note.getContentFirstRep().getAttachment();
    }

    private static DocumentReference note(String name) {
        var note = new DocumentReference();
        note.setStatus(DocumentReferenceStatus.CURRENT).setDocStatus(ReferredDocumentStatus.FINAL);
        note.setType(new CodeableConcept(new Coding("http://loinc.org", "11506-3", "Progress note")));
        note.addCategory(new CodeableConcept(new Coding("urn:category", "clinical-note", "Clinical Note")));
        note.setSubject(new Reference("Patient/pt-ada"));
        note.setDate(Date.from(Instant.parse("2024-11-10T09:00:00Z")));
        note.addAuthor(new Reference("Practitioner/dr-hassan"));
        note.getContext()
                .addEncounter(new Reference("Encounter/pt-ada-stay"))
                .setPeriod(new Period().setEndElement(new DateTimeType("2024-11-10T09:00:00Z")));
        note.addContent()
                .setAttachment(new Attachment()
                        .setContentType(name.equals("epic-like") ? "text/plain" : "text/plain; charset=utf-8")
                        .setData("A summary.".getBytes(StandardCharsets.UTF_8)));
        return note;
    }

    private void become(String name) {
        assertThat(clinic.plain("PUT", "/sandbox/personality", "{\"name\":\"" + name + "\"}", TYPE)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> create(DocumentReference note) {
        return clinic.fhir("POST", "/DocumentReference", token, json(note));
    }

    private static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^.*DocumentReference/", "")
                .replaceFirst("/.*$", "");
    }

    private DocumentReference read(String id) {
        return clinic.fhir()
                .newJsonParser()
                .parseResource(
                        DocumentReference.class,
                        clinic.fhir("GET", "/DocumentReference/" + id, token, "")
                                .body());
    }

    private String json(DocumentReference note) {
        return clinic.fhir().newJsonParser().encodeResourceToString(note);
    }
}
