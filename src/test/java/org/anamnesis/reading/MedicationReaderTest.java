package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedicationReaderTest {

    private static String order(String status, String more) {
        return """
                {"resourceType":"MedicationRequest","id":"m1","status":"%s","intent":"order",
                 "authoredOn":"2024-10-08"%s}""".formatted(status, more);
    }

    private static final String FUROSEMIDE = ",\"medicationCodeableConcept\":{\"text\":\"Furosemide 40 mg tablet\"}";

    @ParameterizedTest
    @CsvSource({
        "active,ACTIVE",
        "on-hold,ON_HOLD",
        "cancelled,CANCELLED",
        "completed,COMPLETED",
        "stopped,STOPPED",
        "unknown,UNSTATED"
    })
    void theStatusOfAnOrderReadsAsItsStanding(String status, Standing standing) {
        assertThat(fact(order(status, FUROSEMIDE)).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "entered-in-error"})
    void aDraftOrAnErrorIsNoFact(String status) {
        assertThat(chart(order(status, FUROSEMIDE)).facts()).isEmpty();
    }

    @Test
    void anOrderNotToGiveADrugIsNegated() {
        assertThat(fact(order("active", FUROSEMIDE + ",\"doNotPerform\":true")).standing())
                .isEqualTo(Standing.NEGATED);
    }

    @Test
    void aDrugSaidNotToBeTakenIsNegated() {
        assertThat(fact("""
                {"resourceType":"MedicationStatement","id":"m1","status":"not-taken",
                 "medicationCodeableConcept":{"text":"Warfarin"}}""").standing()).isEqualTo(Standing.NEGATED);
    }

    @Test
    void theInstructionIsTheSourcesLine() {
        Fact fact = fact(order("active", FUROSEMIDE + """
                ,"dosageInstruction":[{"text":"40 mg by mouth twice daily","route":{"text":"Oral route"},
                  "doseAndRate":[{"doseQuantity":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]"""));

        assertThat(text(fact, Role.INSTRUCTION)).isEqualTo("40 mg by mouth twice daily");
        assertThat(text(fact, Role.DOSE)).isEqualTo("40 mg");
        assertThat(text(fact, Role.ROUTE)).isEqualTo("Oral route");
    }

    @Test
    void anInstructionIsBuiltWhereTheSourceWroteNone() {
        Fact fact = fact(order("active", FUROSEMIDE + """
                ,"dosageInstruction":[{"route":{"text":"by mouth"},"asNeededCodeableConcept":{"text":"swelling"},
                  "doseAndRate":[{"doseQuantity":{"value":40,"unit":"mg"}}],
                  "timing":{"repeat":{"frequency":1,"period":8,"periodUnit":"h"}}}]"""));

        assertThat(text(fact, Role.INSTRUCTION)).isEqualTo("40 mg by mouth every 8 hours as needed for swelling");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}};once daily",
                "{\"repeat\":{\"frequency\":3,\"period\":1,\"periodUnit\":\"d\"}};3 times daily",
                "{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\",\"when\":[\"HS\"]}};once daily at bedtime",
                "{\"repeat\":{\"frequency\":2,\"period\":1,\"periodUnit\":\"wk\"}};twice a week",
                "{\"repeat\":{\"period\":72,\"periodUnit\":\"h\"}};every 72 hours",
                "{\"code\":{\"text\":\"BID\"}};BID"
            })
    void aTimingReadsAsAClinicianWouldSayIt(String timing, String words) {
        Fact fact = fact(order("active", FUROSEMIDE + ",\"dosageInstruction\":[{\"timing\":" + timing + "}]"));

        assertThat(text(fact, Role.FREQUENCY)).isEqualTo(words);
    }

    @Test
    void aDoseOfZeroIsNoDose() {
        Fact fact = fact(order("active", FUROSEMIDE + """
                ,"dosageInstruction":[{"text":"per sliding scale","doseAndRate":[{"doseQuantity":{"value":0,"unit":"UNIT"}}]}]"""));

        assertThat(fact.attribute(Role.DOSE)).isEmpty();
        assertThat(text(fact, Role.INSTRUCTION)).isEqualTo("per sliding scale");
    }

    @Test
    void theNameIsFoundInTheContainedMedication() {
        assertThat(fact(order("active", """
                ,"contained":[{"resourceType":"Medication","id":"d1","code":{"text":"Nizatidine 15 mg/mL"}}],
                 "medicationReference":{"reference":"#d1"}""")).concept().text()).isEqualTo("Nizatidine 15 mg/mL");
    }

    @Test
    void theNameIsFoundAmongTheIdentifiersOfTheMedication() {
        Fact fact = fact(order("active", ",\"medicationReference\":{\"reference\":\"Medication/d1\"}"), """
                {"resourceType":"Medication","id":"d1","code":{"coding":[{"system":"urn:ndc","code":"51079030020"}]},
                 "identifier":[{"system":"http://hospital.example/medication-ndc","value":"51079030020"},
                   {"system":"http://hospital.example/medication-name","value":"Clonidine"}]}""");

        assertThat(fact.concept().text()).isEqualTo("Clonidine");
        assertThat(fact.concept().isCodedAs("urn:ndc", "51079030020")).isTrue();
    }

    @Test
    void aBareFormularyCodeIsNamedByTheMedicationThatHasItAsAnIdentifier() {
        Fact fact = fact(
                order(
                        "active",
                        ",\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"urn:formulary\",\"code\":\"CATA2\"}]}"),
                """
                {"resourceType":"Medication","id":"d1","identifier":[{"system":"urn:formulary","value":"CATA2"},
                   {"system":"http://hospital.example/medication-name","value":"Clonidine"}]}""");

        assertThat(fact.concept().text()).isEqualTo("Clonidine");
        assertThat(fact.concept().isCodedAs("urn:formulary", "CATA2")).isTrue();
    }

    @Test
    void aMixIsNamedByItsIngredients() {
        Fact fact = fact(
                order("active", ",\"medicationReference\":{\"reference\":\"Medication/mix\"}"),
                """
                {"resourceType":"Medication","id":"mix","ingredient":[
                  {"itemReference":{"reference":"Medication/d1"}},
                  {"itemCodeableConcept":{"text":"Sodium chloride 0.9%"}}]}""",
                "{\"resourceType\":\"Medication\",\"id\":\"d1\",\"code\":{\"text\":\"Meropenem\"}}");

        assertThat(fact.concept().text()).isEqualTo("Meropenem + Sodium chloride 0.9%");
        assertThat(fact.attributes(Role.INGREDIENT).map(Attribute::text))
                .containsExactly("Meropenem", "Sodium chloride 0.9%");
    }

    @Test
    void aMixThatContainsItselfIsReadOnce() {
        assertThat(fact(order("active", ",\"medicationReference\":{\"reference\":\"Medication/mix\"}"), """
                                {"resourceType":"Medication","id":"mix","code":{"text":"Mix"},
                                 "ingredient":[{"itemReference":{"reference":"Medication/mix"}}]}""")
                        .concept()
                        .text())
                .isEqualTo("Mix");
    }

    @Test
    void whatWasGivenIsNotWhatIsOrdered() {
        Fact fact = fact("""
                {"resourceType":"MedicationAdministration","id":"m1","status":"completed",
                 "medicationCodeableConcept":{"text":"Albumin 25%"},"effectiveDateTime":"2180-08-06T18:17:00-04:00",
                 "dosage":{"dose":{"value":25,"unit":"g"}}}""");

        assertThat(fact.kind()).isEqualTo(FactKind.MEDICATION);
        assertThat(fact.standing()).isEqualTo(Standing.COMPLETED);
        assertThat(text(fact, Role.CATEGORY)).isEqualTo("given");
        assertThat(text(fact, Role.DOSE)).isEqualTo("25 g");
    }

    @Test
    void twoEqualDosesAtOneTimeStayTwo() {
        String dose = """
                {"resourceType":"MedicationAdministration","id":"%s","status":"completed",
                 "medicationCodeableConcept":{"text":"Midodrine"},"effectiveDateTime":"2180-08-06T18:17:00-04:00",
                 "dosage":{"dose":{"value":5,"unit":"mg"}}}""";

        assertThat(chart(dose.formatted("m1"), dose.formatted("m2")).facts()).hasSize(2);
    }

    @Test
    void aDispenseWithoutAStatusDoesNotSayThatTheDrugIsTaken() {
        assertThat(fact("""
                {"resourceType":"MedicationDispense","id":"m1","status":"unknown",
                 "medicationCodeableConcept":{"text":"Morphine"}}""").standing()).isEqualTo(Standing.COMPLETED);
    }

    private static String text(Fact fact, Role role) {
        return fact.attribute(role).orElseThrow().text();
    }
}
