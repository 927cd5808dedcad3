package org.anamnesis.reading;

import static org.anamnesis.reading.ReadResources.fact;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {

    private static Value.Quantity measured(String name, String number, String unit) {
        return fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"%s"},
                 "valueQuantity":{"value":%s,"unit":"%s"}}""".formatted(name, number, unit)).quantity().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "Body temperature,98.6,F,98.6 °F,[degF],37.0 °C",
        "Temp,100.4,°F,100.4 °F,[degF],38.0 °C",
        "Body weight,176,lbs,176 lbs,[lb_av],79.8 kg",
        "Birth weight,3250,g,3250 g,g,3.250 kg",
        "Height,70,inches,70 inches,[in_i],177.8 cm",
        "Height,1.82,m,1.82 m,m,182.0 cm",
        "Systolic blood pressure,16.0,kPa,16.0 kPa,kPa,120.0 mmHg"
    })
    void whatIsMeasuredInAnotherUnitIsToldInTheConventionalOneToo(
            String name, String number, String unit, String text, String code, String converted) {
        Value.Quantity quantity = measured(name, number, unit);

        assertThat(quantity.text()).isEqualTo(text);
        assertThat(quantity.ucum()).contains(code);
        assertThat(quantity.converted().map(other -> other.number().toPlainString() + " " + other.unit()))
                .contains(converted);
    }

    @ParameterizedTest
    @CsvSource({
        "Body temperature,37.2,C,Cel",
        "Heart rate,72,bpm,/min",
        "Potassium,4.1,mEq/L,meq/L",
        "Drug dose,500,mg,mg"
    })
    void whatIsConventionalAlreadyIsNotConverted(String name, String number, String unit, String code) {
        Value.Quantity quantity = measured(name, number, unit);

        assertThat(quantity.ucum()).contains(code);
        assertThat(quantity.converted()).isEmpty();
    }

    @Test
    void anFThatIsNoTemperatureHasNoCode() {
        assertThat(measured("Capacitance", "3", "F").ucum()).isEmpty();
    }

    @Test
    void wordsAndACodeThatContradictEachOtherAreBothShownAndNeitherIsCountedWith() {
        Value.Quantity quantity = fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Body weight"},
                 "valueQuantity":{"value":176,"unit":"lb","system":"http://unitsofmeasure.org","code":"kg"}}""").quantity().orElseThrow();

        assertThat(quantity.text()).isEqualTo("176 lb (coded kg)");
        assertThat(quantity.ucum()).isEmpty();
        assertThat(quantity.converted()).isEmpty();
    }

    @Test
    void differentSpellingsOfOneUnitAreNoContradiction() {
        Value.Quantity quantity = fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Platelets"},
                 "valueQuantity":{"value":250,"unit":"K/uL","system":"http://unitsofmeasure.org","code":"10*9/L"}}""").quantity().orElseThrow();

        assertThat(quantity.ucum()).contains("10*9/L");
        assertThat(quantity.unit()).isEqualTo("K/uL");
    }

    @Test
    void thePartsOfAPanelAreConvertedEach() {
        Fact fact = fact("""
                {"resourceType":"Observation","id":"o1","status":"final","code":{"text":"Blood pressure"},
                 "component":[{"code":{"text":"Systolic"},"valueQuantity":{"value":16.0,"unit":"kPa"}},
                   {"code":{"text":"Diastolic"},"valueQuantity":{"value":10.7,"unit":"kPa"}}]}""");

        Value.Panel panel = (Value.Panel) fact.value().orElseThrow();
        assertThat(panel.components().stream()
                        .map(part -> ((Value.Quantity) part.value())
                                .converted()
                                .orElseThrow()
                                .number()
                                .toPlainString()))
                .containsExactly("120.0", "80.3");
    }
}
