package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.chart;
import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationReaderTest {

    private static String observation(String status, String category, String more) {
        return """
                {"resourceType":"Observation","id":"o1","status":"%s","category":[{"coding":[{"code":"%s"}]}],
                 "code":{"text":"Potassium"},"effectiveDateTime":"2024-11-11T19:05:00-05:00"%s}""".formatted(status, category, more);
    }

    @Test
    void aResultKeepsTheSourcesDigitsUnitRangeAndMeaning() {
        Fact fact = fact(observation("final", "laboratory", """
                ,"valueQuantity":{"value":5.90,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"},
                 "interpretation":[{"coding":[{"code":"H","display":"High"}]}],
                 "referenceRange":[{"low":{"value":3.5,"unit":"mmol/L"},"high":{"value":5.1,"unit":"mmol/L"}}]"""));

        assertThat(fact.kind()).isEqualTo(FactKind.RESULT);
        assertThat(fact.standing()).isEqualTo(Standing.FINAL);
        assertThat(fact.quantity().orElseThrow().text()).isEqualTo("5.90 mmol/L");
        assertThat(fact.quantity().orElseThrow().ucum()).contains("mmol/L");
        assertThat(fact.attribute(Role.INTERPRETATION).orElseThrow().text()).isEqualTo("high");
        assertThat(fact.attribute(Role.REFERENCE_RANGE).orElseThrow().text()).isEqualTo("3.5-5.1 mmol/L");
        assertThat(fact.time().orElseThrow().iso()).isEqualTo("2024-11-11 19:05");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"valueString\":\"Room air\";Room air",
                "\"valueCodeableConcept\":{\"text\":\"Never smoker\"};Never smoker",
                "\"valueBoolean\":true;yes",
                "\"valueInteger\":15;15",
                "\"valueDateTime\":\"2024-02\";Feb 2024",
                "\"valueRange\":{\"low\":{\"value\":2},\"high\":{\"value\":5,\"unit\":\"/HPF\"}};2-5 /HPF",
                "\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":40}};1:40",
                "\"valueQuantity\":{\"value\":0.01,\"comparator\":\"<\",\"unit\":\"ng/mL\"};<0.01 ng/mL",
                "\"valueQuantity\":{\"value\":98.6,\"unit\":\"[degF]\"};98.6 °F",
                "\"valueQuantity\":{\"value\":97.6,\"unit\":\"F\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"[degF]\"};97.6 °F",
                "\"valueQuantity\":{\"value\":15,\"code\":\"{score}\"};15 score"
            })
    void everyKindOfValueIsTold(String value, String words) {
        assertThat(fact(observation("final", "laboratory", "," + value))
                        .value()
                        .orElseThrow()
                        .text())
                .isEqualTo(words);
    }

    @Test
    void aBloodPressureIsOneFactOfTwoParts() {
        Fact fact = fact(observation("final", "vital-signs", """
                ,"component":[
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}],"text":"Systolic"},
                   "valueQuantity":{"value":112,"unit":"mm[Hg]"}},
                  {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}],"text":"Diastolic"},
                   "valueQuantity":{"value":64,"unit":"mm[Hg]"}}]"""));

        assertThat(fact.kind()).isEqualTo(FactKind.VITAL);
        assertThat(fact.value().orElseThrow().text()).isEqualTo("112/64 mmHg");
    }

    @Test
    void aPartThatIsMissingSaysWhy() {
        Fact fact = fact(observation("final", "vital-signs", """
                ,"component":[
                  {"code":{"text":"Systolic"},"valueQuantity":{"value":109,"unit":"mmHg"}},
                  {"code":{"text":"Diastolic"},"dataAbsentReason":{"text":"not measured"}}]"""));

        assertThat(fact.value().orElseThrow().text()).isEqualTo("Systolic 109 mmHg, Diastolic no value: not measured");
    }

    @Test
    void aMissingValueSaysWhyAndIsNoValue() {
        Fact fact = fact(observation("final", "laboratory", ",\"dataAbsentReason\":{\"text\":\"specimen lost\"}"));

        assertThat(fact.value()).isEmpty();
        assertThat(fact.attribute(Role.COMMENT).orElseThrow().text()).isEqualTo("no value: specimen lost");
    }

    @Test
    void aResultThatIsAwaitedIsAPlan() {
        Fact fact = fact(observation("registered", "laboratory", ""));

        assertThat(fact.kind()).isEqualTo(FactKind.PLAN);
        assertThat(fact.attribute(Role.CATEGORY).orElseThrow().text()).isEqualTo("result awaited");
    }

    @Test
    void aResultEnteredInErrorIsNoFact() {
        assertThat(chart(observation("entered-in-error", "laboratory", "")).facts())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"social-history,SOCIAL", "sdoh,SOCIAL", "survey,RESULT", "treatment-intervention-preference,DIRECTIVE"})
    void theCategoryDecidesWhatAnObservationIsAbout(String category, FactKind kind) {
        assertThat(fact(observation("final", category, "")).kind()).isEqualTo(kind);
    }

    @Test
    void case01ADecimalThatCannotBeWrittenOutIsNotWrittenOut() {
        Fact fact = fact(
                observation("final", "laboratory", ",\"valueQuantity\":{\"value\":\"1e999999999\",\"unit\":\"mg\"}"));

        assertThat(fact.value().orElseThrow()).isInstanceOf(Value.Worded.class);
        assertThat(fact.value().orElseThrow().text()).isEqualTo("number out of range");
    }
}
