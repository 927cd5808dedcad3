package org.anamnesis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A blood pressure whose parts have names and no codes, against sentences in its unit and in another. */
class PressuresTest {

    private static Value.Component part(String name, String number, String unit) {
        return new Value.Component(
                Concept.of(name),
                new Value.Quantity(
                        new BigDecimal(number), unit == null ? "" : unit, Optional.empty(), Optional.empty()));
    }

    private static Chart chart(Value.Component... parts) {
        Fact fact = new Fact(
                new CitationId(FactKind.VITAL, 1),
                Concept.of("Blood pressure"),
                Optional.of(new Value.Panel(List.of(parts))),
                Standing.FINAL,
                Optional.of(ClinicalTime.day(LocalDate.of(2024, 3, 7))),
                List.of(),
                new Source("Observation", "o", Optional.of("1"), "Observation"));
        Chart empty = ChartBuilder.aChart().build();
        return new Chart(empty.patient(), List.of(fact), new Coverage(List.of()), empty.asOf());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kPa  | 18.4/10.1 kPa  | SUPPORTED
            kPa  | 138/76 mmHg    | SUPPORTED
            kPa  | 138/66 mmHg    | CONTRADICTED
            kPa  | 128/76 mmHg    | CONTRADICTED
            kPa  | 18.4/10.1 mmHg | CONTRADICTED
            mmHg | 18.4/10.1 mmHg | SUPPORTED
                 | 18.4/10.1 mmHg | SUPPORTED
            mmHg | 18.4/10.1 kPa  | CONTRADICTED
            """)
    void aPressureIsReadInTheUnitOfItsParts(String unit, String said, String verdict) {
        Chart chart =
                chart(part("Systolic pressure, arm", "18.4", unit), part("Diastolic pressure, arm", "10.1", unit));
        SentenceCheck.Checked checked = new SentenceCheck(chart).check("The blood pressure was " + said + ".");
        assertThat(checked.outcome().name()).as(checked.toString()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"mmHg,kPa", "%,%", "mmHg,strange"})
    void partsThatAreNoPressureTogetherAreNone(String one, String other) {
        Chart chart = chart(part("Systolic, arm", "138", one), part("Diastolic, arm", "76", other));
        SentenceCheck.Checked checked = new SentenceCheck(chart).check("The blood pressure was 138/76 mmHg.");
        assertThat(checked.outcome().name()).isNotEqualTo("SUPPORTED");
    }
}
