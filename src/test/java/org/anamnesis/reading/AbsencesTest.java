package org.anamnesis.reading;

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

class AbsencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-NullFlavor\",\"code\":\"MSK\",\"display\":\"masked\"}]}",
                "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/data-absent-reason\",\"code\":\"masked\"}]}"
            })
    void aCodeThatSaysWhyThereIsNoValueIsNoValue(String value) {
        Fact fact = fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"HIV viral load"},"valueCodeableConcept":%s}""".formatted(value));

        assertThat(fact.value()).isEmpty();
        assertThat(fact.attribute(Role.COMMENT).map(Attribute::text)).contains("no value: masked");
    }

    @Test
    void anExtensionInPlaceOfAValueSaysWhy() {
        Fact fact = fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Weight"},
                 "_valueString":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}]}}""");

        assertThat(fact.value()).isEmpty();
        assertThat(fact.attribute(Role.COMMENT).map(Attribute::text)).contains("no value: asked-declined");
    }

    @Test
    void aCodeThatIsMissingIsNoName() {
        Fact fact = fact("""
                {"resourceType":"Condition","id":"c1","code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"unknown","display":"Unknown"}]}}""");

        assertThat(fact.concept().text()).isEqualTo("Problem without a name");
        assertThat(fact.concept().codings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no-known-allergies,No known allergies",
        "no-allergy-info,No information about allergies",
        "no-known-food-allergies,No known food allergies"
    })
    void noKnownAllergiesAndNotAskedAreFactsThatSayWhichOfTheTwo(String code, String words) {
        Fact fact = fact("""
                {"resourceType":"AllergyIntolerance","id":"a1",
                 "code":{"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"%s"}]}}""".formatted(code));

        assertThat(fact.kind()).isEqualTo(FactKind.ALLERGY);
        assertThat(fact.concept().text()).isEqualTo(words);
    }

    @Test
    void noKnownMedicationsIsAFact() {
        assertThat(fact("""
                {"resourceType":"MedicationStatement","id":"m1","status":"active",
                 "medicationCodeableConcept":{"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-known-medications"}]}}""").concept().text()).isEqualTo("No known medications");
    }

    @Test
    void whatIsRefutedOrNotToBeDoneIsNegated() {
        assertThat(fact("""
                {"resourceType":"Condition","id":"c1","code":{"text":"Pulmonary embolism"},
                 "verificationStatus":{"coding":[{"code":"refuted"}]}}""").standing()).isEqualTo(Standing.NEGATED);
        assertThat(fact("""
                {"resourceType":"ServiceRequest","id":"s1","status":"active","intent":"order","doNotPerform":true,
                 "code":{"text":"Intubation"}}""").standing()).isEqualTo(Standing.NEGATED);
    }
}
