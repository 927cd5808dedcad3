package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.AS_OF;
import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Passage;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** Care teams, questionnaires, sections of documents, recordings, directives on file, and who said it. */
class DocumentsAndPeopleTest {

    @Test
    void aCareTeamIsItsRolesAndNobodysName() {
        Fact fact = fact("""
                {"resourceType":"CareTeam","id":"t1","status":"active","name":"Team Bone","participant":[
                 {"role":[{"text":"Cardiologist"}],"member":{"reference":"Practitioner/1","display":"Ronald Bone"}},
                 {"role":[{"text":"Caregiver"}],"member":{"reference":"RelatedPerson/1","display":"Sarah Quill"}},
                 {"role":[{"text":"Patient"}],"member":{"reference":"Patient/p"}}]}""");

        assertThat(fact.concept().text()).isEqualTo("Care team");
        assertThat(fact.value().orElseThrow().text()).isEqualTo("Cardiologist, Caregiver");
        assertThat(fact.toString()).doesNotContain("Bone").doesNotContain("Quill");
    }

    @Test
    void aQuestionnaireIsAPanelOfItsAnswersNestedOnesToo() {
        Fact fact = fact("""
                {"resourceType":"QuestionnaireResponse","id":"q1","status":"completed","authored":"2024-10-01",
                 "questionnaire":"http://example.org/Questionnaire/phq-9|2.0",
                 "item":[{"linkId":"1","text":"Little interest","answer":[{"valueCoding":{"code":"LA6570-1","display":"Several days"}}]},
                  {"linkId":"2","text":"Group","item":[{"linkId":"2.1","text":"Total","answer":[{"valueInteger":12}]}]},
                  {"linkId":"3","text":"Never answered"}]}""");

        assertThat(fact.concept().text()).isEqualTo("phq 9");
        assertThat(fact.value().orElseThrow())
                .isInstanceOf(Value.Panel.class)
                .extracting(Value::text)
                .isEqualTo("Little interest Several days, Total 12");
    }

    @Test
    void aDocumentIsItsNarrativesAsSentencesItsEntriesAndItsEmptySections() {
        Chart chart = chart(
                "{\"resourceType\":\"AllergyIntolerance\",\"id\":\"a1\",\"code\":{\"text\":\"Penicillin\"}}", """
                {"resourceType":"Composition","id":"d1","status":"final","title":"Patient summary","date":"2024-10-01",
                 "type":{"text":"Patient summary"},"section":[
                  {"title":"Allergies","entry":[{"reference":"AllergyIntolerance/a1"},{"reference":"AllergyIntolerance/not-read"}],
                   "text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p>Penicillin &amp; latex.</p></div>"}},
                  {"title":"Medications","emptyReason":{"coding":[{"code":"nilknown","display":"Nil Known"}]}}]}""");
        Fact document = chart.facts(FactKind.NOTE).findFirst().orElseThrow();

        assertThat(chart.passages().map(Passage::text)).contains("Penicillin & latex.");
        assertThat(document.relations().madeWith()).containsExactly(new ResourceId("AllergyIntolerance", "a1"));
        assertThat(document.attribute(Role.COMMENT).map(Attribute::text)).contains("Medications: empty, Nil Known");
    }

    @Test
    void anAdvanceDirectiveOnFileIsADirectiveBesideTheNote() {
        Chart chart = chart("""
                {"resourceType":"DocumentReference","id":"n1","status":"current","date":"2024-10-01",
                 "type":{"coding":[{"system":"http://loinc.org","code":"86533-7","display":"Patient living will"}]},
                 "category":[{"coding":[{"system":"http://loinc.org","code":"42348-3"}]}]}""");

        assertThat(chart.facts().stream().map(Fact::kind)).containsExactly(FactKind.NOTE, FactKind.DIRECTIVE);
        Fact directive = chart.facts(FactKind.DIRECTIVE).findFirst().orElseThrow();
        assertThat(directive.standing()).isEqualTo(Standing.ACTIVE);
        assertThat(directive.value().orElseThrow().text()).isEqualTo("document on file");
    }

    @Test
    void aConsentThatForbidsSaysSo() {
        assertThat(fact("""
                {"resourceType":"Consent","id":"c1","status":"active","category":[{"text":"Cardiopulmonary resuscitation"}],
                 "provision":{"type":"deny"}}""").attribute(Role.OUTCOME).map(Attribute::text)).contains("denied");
    }

    @Test
    void theUseOfADeviceNamesTheDevice() {
        Chart chart = chart(
                "{\"resourceType\":\"Device\",\"id\":\"d1\",\"status\":\"active\",\"type\":{\"text\":\"Pacemaker\"}}",
                """
                {"resourceType":"DeviceUseStatement","id":"u1","status":"active","device":{"reference":"Device/d1"},
                 "timingPeriod":{"start":"2019-05-02"},"bodySite":{"text":"Left chest"}}""");
        Fact use = chart.facts(FactKind.DEVICE)
                .filter(fact -> fact.source().type().equals("DeviceUseStatement"))
                .findFirst()
                .orElseThrow();

        assertThat(use.concept().text()).isEqualTo("Pacemaker");
        assertThat(use.attribute(Role.BODY_SITE).map(Attribute::text)).contains("Left chest");
        assertThat(use.relations().madeWith()).containsExactly(new ResourceId("Device", "d1"));
    }

    @Test
    void aRecordingIsThereAndWasNotRead() {
        assertThat(fact("""
                {"resourceType":"Media","id":"m1","status":"completed","modality":{"text":"Chest X-ray"},"content":{"url":"Binary/1"}}""").attribute(Role.COMMENT).map(Attribute::text)).contains("recording, not read");
    }

    @Test
    void aSpecimenIsAFactOnlyWhereItSaysMoreThanItsKind() {
        assertThat(chart("{\"resourceType\":\"Specimen\",\"id\":\"s1\",\"type\":{\"text\":\"Serum\"}}")
                        .facts())
                .isEmpty();
        assertThat(fact("""
                {"resourceType":"Specimen","id":"s1","type":{"text":"Serum"},"status":"unsatisfactory",
                 "condition":[{"text":"Hemolyzed"}]}""").standing()).isEqualTo(Standing.CANCELLED);
    }

    @Test
    void whatThePatientToldSaysSoAndAProvenanceIsItsAgentsByKind() {
        Chart chart = chart("""
                {"resourceType":"AllergyIntolerance","id":"a1","code":{"text":"Peanuts"},"asserter":{"reference":"Patient/p"}}""", """
                {"resourceType":"Provenance","id":"v1","recorded":"2024-10-01T09:00:00Z","target":[{"reference":"AllergyIntolerance/a1/_history/1"}],
                 "agent":[{"type":{"text":"Author"},"who":{"reference":"Practitioner/1","display":"Ronald Bone"}}]}""");
        Fact fact = chart.facts().getFirst();

        assertThat(fact.attributes(Role.AUTHOR).map(Attribute::text))
                .containsExactly("the patient", "practitioner, author");
        assertThat(fact.toString()).doesNotContain("Bone");
    }

    @Test
    void anAddressGivenInASocialSurveyIsAWordThatIdentifies() {
        Patient patient = new Patient();
        patient.setId("p");
        Chart chart = ChartAssembly.of(patient, List.of(ReadResources.resource("""
                        {"resourceType":"Observation","id":"o1","status":"final",
                         "code":{"coding":[{"system":"http://loinc.org","code":"56799-0","display":"Address"}]},"valueString":"Thistledown Row"}""")), new Coverage(List.of()), AS_OF);

        assertThat(chart.patient().identifying()).contains("Thistledown Row");
    }
}
