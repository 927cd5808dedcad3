package org.anamnesis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BloodPressureTest {

    @ParameterizedTest
    @CsvSource({
        "Systolic,Diastolic",
        "systolic blood pressure,diastolic blood pressure",
        "BP systolic,BP diastolic",
        "SBP,DBP"
    })
    void partsThatHaveOnlyTheirNamesAreABloodPressure(String systolic, String diastolic) {
        assertThat(panel(part(systolic, "138", "mmHg"), part(diastolic, "76", "mmHg"))
                        .text())
                .isEqualTo("138/76 mmHg");
    }

    @Test
    void anotherCodeOfLoincIsAnotherMeasurementWhateverItIsCalled() {
        Value.Component mean = new Value.Component(
                new Concept("Systolic", List.of(new Concept.Coding("http://loinc.org", "8490-5", ""))),
                quantity("138", "mmHg"));
        assertThat(BloodPressure.of(panel(mean, part("Diastolic", "76", "mmHg"))))
                .isEmpty();
    }

    /** 18/10 kPa was once written as 18/10 mmHg. */
    @Test
    void aPressureInAnotherUnitKeepsIt() {
        assertThat(panel(part("Systolic", "18.4", "kPa"), part("Diastolic", "10.1", "kPa"))
                        .text())
                .isEqualTo("Systolic 18.4 kPa, Diastolic 10.1 kPa");
    }

    private static Value.Panel panel(Value.Component... parts) {
        return new Value.Panel(List.of(parts));
    }

    private static Value.Component part(String name, String number, String unit) {
        return new Value.Component(Concept.of(name), quantity(number, unit));
    }

    private static Value quantity(String number, String unit) {
        return new Value.Quantity(new BigDecimal(number), unit, Optional.empty(), Optional.empty());
    }
}
