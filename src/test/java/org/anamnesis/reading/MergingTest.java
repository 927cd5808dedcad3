package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergingTest {

    private static final String ENCOUNTER = """
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},
             "period":{"start":"2024-10-01T10:00:00Z"}}""";

    private static String result(String id, String code, String value, String more) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","code":%s,
                 "effectiveDateTime":"2024-10-02T06:00:00Z","valueQuantity":%s%s}""".formatted(id, code, value, more);
    }

    private static List<Fact> of(FactKind kind, String... resources) {
        return chart(resources).facts(kind).toList();
    }

    @Test
    void oneResultInTwoResourcesIsOneFactWithTheCodesAndDetailsOfBoth() {
        Fact fact = of(
                        FactKind.RESULT,
                        ENCOUNTER,
                        result(
                                "o1",
                                "{\"text\":\"Potassium\"}",
                                "{\"value\":5.9,\"unit\":\"mmol/L\"}",
                                ",\"encounter\":{\"reference\":\"Encounter/e1\"}"),
                        result(
                                "o2",
                                "{\"text\":\"POTASSIUM\",\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]}",
                                "{\"value\":5.90,\"unit\":\"mmol/l\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"mmol/L\"}",
                                ",\"interpretation\":[{\"coding\":[{\"code\":\"H\"}]}]"))
                .getFirst();

        assertThat(fact.source().reference()).isEqualTo("Observation/o2");
        assertThat(fact.alsoIn().stream().map(Source::reference)).containsExactly("Observation/o1");
        assertThat(fact.concept().isCodedAs("http://loinc.org", "2823-3")).isTrue();
        assertThat(fact.attribute(Role.INTERPRETATION).map(Attribute::text)).contains("high");
        assertThat(fact.relations().encounter()).contains(new ResourceId("Encounter", "e1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"value\":5.8,\"unit\":\"mmol/L\"};",
                "{\"value\":5.9,\"unit\":\"mg/dL\"};",
                "{\"value\":5.9,\"unit\":\"mmol/L\",\"comparator\":\">\"};",
                "{\"value\":5.9,\"unit\":\"mmol/L\"};,\"bodySite\":{\"text\":\"left arm\"}",
                "{\"value\":5.9,\"unit\":\"mmol/L\"};,\"issued\":\"2024-10-02T07:00:00Z\",\"effectiveDateTime\":\"2024-10-02T06:30:00Z\"",
                "{\"value\":5.9,\"unit\":\"mmol/L\"};,\"status\":\"preliminary\""
            })
    void aResultThatDiffersInValueSideTimeOrStatusStaysAlone(String value, String more) {
        String other = result("o2", "{\"text\":\"Potassium\"}", value, more == null ? "" : more);
        assertThat(of(
                        FactKind.RESULT,
                        result("o1", "{\"text\":\"Potassium\"}", "{\"value\":5.9,\"unit\":\"mmol/L\"}", ""),
                        other))
                .hasSize(2);
    }

    @Test
    void theProblemListAndTheDiagnosisOfTheVisitAreOneFactWithTheOnset() {
        Fact fact = of(FactKind.PROBLEM, ENCOUNTER, """
                        {"resourceType":"Condition","id":"c1","code":{"text":"Gout","coding":[{"system":"http://snomed.info/sct","code":"90560007"}]},
                         "category":[{"text":"encounter-diagnosis"}],"encounter":{"reference":"Encounter/e1"}}""", """
                        {"resourceType":"Condition","id":"c2","code":{"text":"Gouty arthritis","coding":[{"system":"http://snomed.info/sct","code":"90560007"}]},
                         "category":[{"text":"problem-list-item"}],"onsetDateTime":"2019-05","encounter":{"reference":"Encounter/e1"}}""").getFirst();

        assertThat(fact.concept().text()).isEqualTo("Gouty arthritis");
        assertThat(fact.concept().codings().stream().map(Concept.Coding::display))
                .contains("Gout");
        assertThat(fact.time().orElseThrow().iso()).isEqualTo("2019-05");
        assertThat(fact.attributes(Role.CATEGORY).map(Attribute::text))
                .containsExactlyInAnyOrder("encounter-diagnosis", "problem-list-item");
        assertThat(fact.alsoIn()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Pain in left knee,Pain in right knee",
        "Cataract,Cataract of left eye",
        "CKD stage 3,CKD stage 4",
        "Type 1 diabetes,Type 2 diabetes",
        "Stroke,History of stroke",
        "Migraine with aura,Migraine without aura",
        "Acute gout,Chronic gout"
    })
    void namesThatDifferInASideANumberOrAWordOfTimeAreTwoThoughTheyShareACode(String one, String other) {
        String problem = """
                {"resourceType":"Condition","id":"%s","recordedDate":"2024-10-01",
                 "code":{"text":"%s","coding":[{"system":"http://snomed.info/sct","code":"1"}]}}""";

        assertThat(of(FactKind.PROBLEM, problem.formatted("c1", one), problem.formatted("c2", other)))
                .hasSize(2);
    }

    @Test
    void diseasesThatOnlyShareAClassAreTwo() {
        String problem = """
                {"resourceType":"Condition","id":"%s","recordedDate":"2024-10-01",
                 "code":{"text":"%s","coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"R69"}]}}""";

        assertThat(of(
                        FactKind.PROBLEM,
                        problem.formatted("c1", "Feeling unwell"),
                        problem.formatted("c2", "Fall at home")))
                .hasSize(2);
    }

    @Test
    void aDoubtedDiagnosisIsNotTheCertainOne() {
        String problem = """
                {"resourceType":"Condition","id":"%s","recordedDate":"2024-10-01","code":{"text":"Gout"}%s}""";

        assertThat(of(
                        FactKind.PROBLEM,
                        problem.formatted("c1", ""),
                        problem.formatted("c2", ",\"verificationStatus\":{\"coding\":[{\"code\":\"provisional\"}]}")))
                .hasSize(2);
    }

    @Test
    void ordersOfOneDrugWithAndWithoutADoseAreTwo() {
        String order = """
                {"resourceType":"MedicationRequest","id":"%s","status":"active","intent":"order","authoredOn":"2024-10-01",
                 "medicationCodeableConcept":{"text":"Paracetamol"}%s}""";

        assertThat(of(
                        FactKind.MEDICATION,
                        order.formatted("m1", ""),
                        order.formatted("m2", ",\"dosageInstruction\":[{\"text\":\"1 g four times daily\"}]")))
                .hasSize(2);
    }

    @Test
    void twoTubesDrawnAtOneTimeAreTwoTests() {
        String culture = """
                {"resourceType":"Observation","id":"%s","status":"final","code":{"text":"Blood culture"},
                 "effectiveDateTime":"2024-10-02","valueString":"No growth","specimen":{"reference":"Specimen/%s"}}""";
        String tube = "{\"resourceType\":\"Specimen\",\"id\":\"%s\",\"type\":{\"text\":\"Blood\"}}";

        assertThat(of(
                        FactKind.RESULT,
                        tube.formatted("s1"),
                        tube.formatted("s2"),
                        culture.formatted("o1", "s1"),
                        culture.formatted("o2", "s2")))
                .hasSize(2);
    }

    @Test
    void whatWasHandedOutByTwoOrdersWasHandedOutTwice() {
        String dispense = """
                {"resourceType":"MedicationDispense","id":"%s","status":"completed","medicationCodeableConcept":{"text":"Docusate"},
                 "authorizingPrescription":[{"reference":"MedicationRequest/%s"}]}""";
        String order = """
                {"resourceType":"MedicationRequest","id":"%s","status":"completed","intent":"order","authoredOn":"%s",
                 "medicationCodeableConcept":{"text":"Docusate"}}""";

        assertThat(of(
                        FactKind.MEDICATION,
                        order.formatted("m1", "2024-10-01"),
                        order.formatted("m2", "2024-10-02"),
                        dispense.formatted("d1", "m1"),
                        dispense.formatted("d2", "m2")))
                .hasSize(4);
    }

    @Test
    void twoTestsThatAreCalledTheSameUnderTwoCodesAreTwo() {
        String glucose = "{\"text\":\"Glucose\",\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\"}]}";

        assertThat(of(
                        FactKind.RESULT,
                        result("o1", glucose.formatted("2345-7"), "{\"value\":90,\"unit\":\"mg/dL\"}", ""),
                        result("o2", glucose.formatted("2339-0"), "{\"value\":90,\"unit\":\"mg/dL\"}", "")))
                .hasSize(2);
    }

    @Test
    void twoNotesOfOneTimeAreTwoThoughTheyAreCalledTheSame() {
        String note = """
                {"resourceType":"DocumentReference","id":"%s","status":"current","type":{"text":"Progress note"},"date":"2024-10-02T06:00:00Z"}""";

        assertThat(of(FactKind.NOTE, note.formatted("n1"), note.formatted("n2")))
                .hasSize(2);
    }

    @Test
    void theOrderAndTheNumbersFollowTheDateThatAMergedFactEndsUpWith() {
        Chart chart = chart(ENCOUNTER, """
                {"resourceType":"Condition","id":"c1","code":{"text":"Gout"},"encounter":{"reference":"Encounter/e1"}}""", """
                {"resourceType":"Condition","id":"c2","code":{"text":"Gout"},"onsetDateTime":"2019","encounter":{"reference":"Encounter/e1"}}""", """
                {"resourceType":"Condition","id":"c3","code":{"text":"Asthma"},"onsetDateTime":"2021"}""");

        assertThat(chart.facts(FactKind.PROBLEM)
                        .map(fact -> fact.id() + " " + fact.concept().text()))
                .containsExactly("C1 Asthma", "C2 Gout");
    }
}
