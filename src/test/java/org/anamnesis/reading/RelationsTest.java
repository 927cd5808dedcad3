package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {

    private static final String ENCOUNTER = """
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"}}""";

    private static final String ONDANSETRON = """
            {"resourceType":"Medication","id":"d1","code":{"coding":[{"system":"http://hospital.example/ndc","code":"00641607825"}]},
             "identifier":[{"system":"http://hospital.example/ndc","value":"00641607825"},
               {"system":"http://hospital.example/formulary-drug-cd","value":"ONDAN4I"},
               {"system":"http://hospital.example/medication-name","value":"Ondansetron"}]}""";

    private static final String SALINE = """
            {"resourceType":"Medication","id":"d2","code":{"text":"0.9% Sodium Chloride"}}""";

    private static Fact of(Chart chart, String reference) {
        return chart.facts().stream()
                .filter(fact -> fact.source().reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\"Condition\",\"id\":\"x\",\"code\":{\"text\":\"Gout\"},\"encounter\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"Observation\",\"id\":\"x\",\"status\":\"final\",\"encounter\":{\"reference\":\"http://ehr.example/fhir/Encounter/e1/_history/2\"}}",
                "{\"resourceType\":\"MedicationRequest\",\"id\":\"x\",\"status\":\"active\",\"intent\":\"order\",\"encounter\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"MedicationAdministration\",\"id\":\"x\",\"status\":\"completed\",\"context\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"MedicationDispense\",\"id\":\"x\",\"status\":\"completed\",\"context\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"MedicationStatement\",\"id\":\"x\",\"status\":\"active\",\"context\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"Procedure\",\"id\":\"x\",\"status\":\"completed\",\"encounter\":{\"reference\":\"Encounter/e1\"}}",
                "{\"resourceType\":\"DocumentReference\",\"id\":\"x\",\"status\":\"current\",\"context\":{\"encounter\":[{\"reference\":\"Encounter/e1\"}]}}",
                "{\"resourceType\":\"Encounter\",\"id\":\"x\",\"status\":\"finished\",\"partOf\":{\"reference\":\"Encounter/e1\"}}"
            })
    void aFactKnowsTheEncounterItsSourceNames(String resource) {
        Chart chart = chart(ENCOUNTER, resource);

        Fact fact = chart.facts().stream()
                .filter(candidate -> candidate.source().id().equals("x"))
                .findFirst()
                .orElseThrow();
        assertThat(fact.relations().encounter()).contains(new ResourceId("Encounter", "e1"));
    }

    @Test
    void anEncounterThatWasNotReadIsNoRelation() {
        Chart chart = chart("""
                {"resourceType":"Condition","id":"c1","code":{"text":"Gout"},"encounter":{"reference":"Encounter/e1"}}""");

        assertThat(chart.facts().getFirst().relations().encounter()).isEmpty();
    }

    @Test
    void anOrderIsMadeWithTheMixItNamesAndTheMixesIngredients() {
        Chart chart = chart(
                """
                {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                 "medicationReference":{"reference":"Medication/mix"}}""",
                """
                {"resourceType":"Medication","id":"mix","identifier":[{"system":"http://hospital.example/mix","value":"ONDAN4I--NS50"}],
                 "ingredient":[{"itemReference":{"reference":"Medication/d1"}},{"itemReference":{"reference":"Medication/d2"}}]}""",
                ONDANSETRON,
                SALINE);
        Fact order = of(chart, "MedicationRequest/m1");

        assertThat(order.concept().text()).isEqualTo("Ondansetron + 0.9% Sodium Chloride");
        assertThat(order.attributes(Role.INGREDIENT).map(Attribute::text))
                .containsExactly("Ondansetron", "0.9% Sodium Chloride");
        assertThat(order.relations().madeWith())
                .containsExactly(
                        new ResourceId("Medication", "mix"),
                        new ResourceId("Medication", "d1"),
                        new ResourceId("Medication", "d2"));
        assertThat(order.resources().map(ResourceId::reference))
                .containsExactly("MedicationRequest/m1", "Medication/mix", "Medication/d1", "Medication/d2");
    }

    @Test
    void aMixThatNamesItselfAmongItsIngredientsIsReadOnce() {
        Chart chart = chart(
                """
                {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                 "medicationReference":{"reference":"Medication/mix"}}""",
                """
                {"resourceType":"Medication","id":"mix","code":{"text":"Drip"},
                 "ingredient":[{"itemReference":{"reference":"Medication/mix"}}]}""");

        assertThat(of(chart, "MedicationRequest/m1").relations().madeWith())
                .containsExactly(new ResourceId("Medication", "mix"));
    }

    @Test
    void aContainedMedicationIsNoResourceOfItsOwn() {
        Chart chart = chart("""
                {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                 "contained":[{"resourceType":"Medication","id":"d1","code":{"text":"Nizatidine"}}],
                 "medicationReference":{"reference":"#d1"}}""");

        assertThat(chart.facts().getFirst().concept().text()).isEqualTo("Nizatidine");
        assertThat(chart.facts().getFirst().relations().madeWith()).isEmpty();
    }

    @Test
    void allCodesOfAMedicationAreCodesOfTheFact() {
        Chart chart = chart("""
                {"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                 "medicationReference":{"reference":"Medication/d1"}}""", ONDANSETRON);

        assertThat(chart.facts().getFirst().concept().codings().stream().map(Concept.Coding::code))
                .containsExactly("00641607825", "ONDAN4I", "Ondansetron");
    }

    @Test
    void aReasonThatIsAConditionIsNamedAndRelated() {
        Chart chart = chart(
                "{\"resourceType\":\"Condition\",\"id\":\"c1\",\"code\":{\"text\":\"Gout\"}}",
                """
                {"resourceType":"Procedure","id":"p1","status":"completed","code":{"text":"Joint aspiration"},
                 "reasonReference":[{"reference":"Condition/c1"}]}""");
        Fact procedure = of(chart, "Procedure/p1");

        assertThat(procedure.attribute(Role.REASON).orElseThrow().text()).isEqualTo("Gout");
        assertThat(procedure.relations().madeWith()).containsExactly(new ResourceId("Condition", "c1"));
    }

    @Test
    void whatWasGivenIsMadeWithTheOrderItWasGivenBy() {
        Chart chart = chart(
                """
                {"resourceType":"MedicationAdministration","id":"a1","status":"completed",
                 "request":{"reference":"MedicationRequest/m1"},
                 "medicationCodeableConcept":{"coding":[{"system":"http://hospital.example/formulary","code":"ONDPRE"}]}}""",
                """
                {"resourceType":"MedicationRequest","id":"m1","status":"completed","intent":"order",
                 "medicationReference":{"reference":"Medication/d1"}}""",
                ONDANSETRON);
        Fact given = of(chart, "MedicationAdministration/a1");

        assertThat(given.concept().text()).isEqualTo("Ondansetron");
        assertThat(given.concept().codings().stream().map(Concept.Coding::code)).containsExactly("ONDPRE");
        assertThat(given.relations().madeWith()).containsExactly(new ResourceId("MedicationRequest", "m1"));
    }

    @Test
    void equalStatementsOfTwoEncountersStayTwo() {
        String allergy = """
                {"resourceType":"Procedure","id":"%s","status":"completed","code":{"text":"ECG"},
                 "performedDateTime":"2024-10-01","encounter":{"reference":"Encounter/%s"}}""";

        Chart chart = chart(
                ENCOUNTER,
                ENCOUNTER.replace("e1", "e2"),
                allergy.formatted("p1", "e1"),
                allergy.formatted("p2", "e2"),
                allergy.formatted("p3", "e2"));

        assertThat(chart.facts(FactKind.PROCEDURE)
                        .map(fact -> fact.relations().encounter().orElseThrow().id() + " "
                                + fact.alsoIn().size()))
                .containsExactly("e1 0", "e2 1");
    }
}
