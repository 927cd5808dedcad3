package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit in UCUM's own code is written as on a ward; the source's own words for a unit stay. */
class UnitsAsWrittenTest {

    private static final String UCUM = ",\"system\":\"http://unitsofmeasure.org\"";

    private static String observation(String values) {
        return """
                {"resourceType":"Observation","id":"o","status":"final","subject":{"reference":"Patient/p"},
                 "category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Test"}%s}""".formatted(values);
    }

    private static String quantity(String number, String unit, String system, String code) {
        return "{\"value\":" + number
                + (unit.isEmpty() ? "" : ",\"unit\":\"" + unit + "\"")
                + system
                + (code.isEmpty() ? "" : ",\"code\":\"" + code + "\"")
                + "}";
    }

    private static Value.Quantity read(String unit, String system, String code) {
        return fact(observation(",\"valueQuantity\":" + quantity("5.20", unit, system, code)))
                .quantity()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "10*3/uL, 5.20 ×10³/µL",
        "10*9/L, 5.20 ×10⁹/L",
        "mm[Hg], 5.20 mmHg",
        "Cel, 5.20 °C",
        "[degF], 5.20 °F",
        "ug/L, 5.20 mcg/L",
        "m[IU]/L, 5.20 mIU/L",
        "/min, 5.20 per minute",
        "{score}, 5.20",
        "%, 5.20%",
        "mL/min/{1.73_m2}, 5.20 mL/min/1.73 m²"
    })
    void aCodeIsWrittenAndTheNumberAndTheCodeStay(String code, String text) {
        for (String unit : new String[] {code, ""}) {
            Value.Quantity quantity = read(unit, UCUM, code);
            assertThat(quantity.text()).isEqualTo(text);
            assertThat(quantity.number().toPlainString()).isEqualTo("5.20");
            assertThat(quantity.ucum()).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10^3/uL, 10*3/uL",
        "K/uL, 10*3/uL",
        "micrograms, ug",
        "days, d",
        "ml, mL",
        "mL/min/1.73 m2, mL/min/{1.73_m2}",
        "units, [iU]"
    })
    void theSourcesOwnWordsForAUnitStay(String unit, String code) {
        assertThat(read(unit, UCUM, code).unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"10*3/uL", "ug", "/min", "UNIT", "meq/L"})
    void whatIsNotSaidToBeUcumStays(String unit) {
        assertThat(read(unit, "", "").unit()).isEqualTo(unit);
        assertThat(read(unit, ",\"system\":\"http://example.org/units\"", unit).unit())
                .isEqualTo(unit);
    }

    @Test
    void aReferenceRangeHasTheUnitOfItsResult() {
        String low = quantity("4", "10*3/uL", UCUM, "10*3/uL");
        String high = quantity("11", "10*3/uL", UCUM, "10*3/uL");
        assertThat(fact(observation(",\"valueQuantity\":" + quantity("5.2", "10*3/uL", UCUM, "10*3/uL")
                                + ",\"referenceRange\":[{\"low\":" + low + ",\"high\":" + high + "}]"))
                        .attribute(Role.REFERENCE_RANGE)
                        .orElseThrow()
                        .text())
                .isEqualTo("4-11 ×10³/µL");
    }

    @Test
    void aDoseInMicrogramsAndInInternationalUnitsIsWrittenWithoutAnErrorProneAbbreviation() {
        assertThat(dose("75", "ug")).isEqualTo("75 mcg");
        assertThat(dose("800", "[IU]")).isEqualTo("800 units");
    }

    private static String dose(String number, String code) {
        return fact("""
                {"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","subject":{"reference":"Patient/p"},
                 "medicationCodeableConcept":{"text":"A drug"},"dosageInstruction":[{"doseAndRate":[{"doseQuantity":%s}]}]}""".formatted(quantity(number, "", UCUM, code)))
                .attribute(Role.DOSE)
                .orElseThrow()
                .text();
    }
}
