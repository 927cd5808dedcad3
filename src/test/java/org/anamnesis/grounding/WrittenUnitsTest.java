package org.anamnesis.grounding;

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

/** The unit of a number as a clinician, a model and the rules may write it, against a unit that the chart gives by its code. */
class WrittenUnitsTest {

    private static Chart chart(String number, String unit, String ucum) {
        Fact fact = new Fact(
                new CitationId(FactKind.RESULT, 1),
                Concept.of("Zymase"),
                Optional.of(new Value.Quantity(
                        new BigDecimal(number), unit == null ? "" : unit, Optional.of(ucum), Optional.empty())),
                Standing.FINAL,
                Optional.of(ClinicalTime.day(LocalDate.of(2024, 3, 7))),
                List.of(),
                new Source("Observation", "o", Optional.of("1"), "Observation"));
        Chart empty = ChartBuilder.aChart().build();
        return new Chart(empty.patient(), List.of(fact), new Coverage(List.of()), empty.asOf());
    }

    private static final String TRUE = """
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 ×10³/µL
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 x10³/µL
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 × 10³/µL
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 x 10^3/uL
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 10*3/uL
            5.2 | ×10³/µL            | 10*3/uL          | 5.2 K/µL
            5.2 | K/uL               | 10*3/uL          | 5.2 ×10³/µL
            5.2 | ×10⁹/L             | 10*9/L           | 5.2 x10^9/L
            88  | per minute         | /min             | 88 per minute
            88  | per minute         | /min             | 88/min
            88  | per minute         | /min             | 88 /min
            88  | per minute         | /min             | 88 bpm
            18  | breaths per minute | {breaths}/min    | 18 breaths per minute
            18  | breaths per minute | {breaths}/min    | 18/min
            27  | kg/m²              | kg/m2            | 27 kg/m²
            27  | kg/m²              | kg/m2            | 27 kg/m2
            27  | kg/m2              | kg/m2            | 27 kg/m²
            62  | mL/min/1.73 m²     | mL/min/{1.73_m2} | 62 mL/min/1.73 m²
            62  | mL/min/1.73 m²     | mL/min/{1.73_m2} | 62 mL/min/1.73 m2
            62  | mL/min/1.73 m2     | mL/min/{1.73_m2} | 62 mL/min/1.73m²
            40  | mcg/L              | ug/L             | 40 mcg/L
            40  | mcg/L              | ug/L             | 40 µg/L
            40  | mcg/L              | ug/L             | 40 ug/L
            90  | µmol/L             | umol/L           | 90 µmol/L
            90  | µmol/L             | umol/L           | 90 umol/L
            2.1 | mIU/L              | m[IU]/L          | 2.1 mIU/L
            35  | U/L                | U/L              | 35 U/L
            35  | U/L                | U/L              | 35 units/L
            12  | units/mL           | [IU]/mL          | 12 units/mL
            37.2 | °C                | Cel              | 37.2 °C
            4   | mEq/L              | meq/L            | 4 meq/L
            15  |                    | {score}          | 15
            15  |                    | {score}          | 15 score
            """;

    private static final String FALSE = """
            5.2 | ×10³/µL        | 10*3/uL          | 5.2 ×10⁶/µL
            5.2 | ×10³/µL        | 10*3/uL          | 5.2 ×10⁹/L
            5.2 | ×10³/µL        | 10*3/uL          | 5.2 /µL
            5.2 | ×10³/µL        | 10*3/uL          | 5.3 ×10³/µL
            5.2 | ×10⁹/L         | 10*9/L           | 5.2 ×10¹²/L
            88  | per minute     | /min             | 88%
            88  | per minute     | /min             | 89 per minute
            27  | kg/m²          | kg/m2            | 27 kg
            62  | mL/min/1.73 m² | mL/min/{1.73_m2} | 62 mL/min
            40  | mcg/L          | ug/L             | 40 mg/L
            90  | µmol/L         | umol/L           | 90 mmol/L
            35  | U/L            | U/L              | 35 mg/L
            37.2 | °C            | Cel              | 37.2 °F
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TRUE)
    void aCitedValueIsBorneOutInEveryWritingOfItsUnit(String number, String unit, String ucum, String said) {
        assertThat(cited(number, unit, ucum, said)).isInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FALSE)
    void aCitedValueInAnotherUnitIsFound(String number, String unit, String ucum, String said) {
        assertThat(cited(number, unit, ucum, said)).isNotInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TRUE)
    void aSentenceThatCitesNothingIsBorneOutToo(String number, String unit, String ucum, String said) {
        Verdict verdict = uncited(number, unit, ucum, said);
        assertThat(verdict.code()).as(verdict.reason()).isEqualTo("supported");
    }

    /** Here units of one kind are converted: 40 mcg/L is not 40 mg/L, yet 5.2 ×10³/µL is 5.2 ×10⁹/L. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = FALSE)
    void aSentenceThatCitesNothingIsNotBorneOutInAnotherUnit(String number, String unit, String ucum, String said) {
        if (said.equals("5.2 ×10⁹/L")) {
            return;
        }
        assertThat(uncited(number, unit, ucum, said).code()).isNotEqualTo("supported");
    }

    private static Verdict cited(String number, String unit, String ucum, String said) {
        Statement statement = new Statement(Section.RESULTS, "Zymase " + said + " on 7 Mar 2024.", List.of("L1"));
        return new Grounding(chart(number, unit, ucum)).check(statement).verdict();
    }

    private static Verdict uncited(String number, String unit, String ucum, String said) {
        return new Verification(chart(number, unit, ucum))
                .check("On 7 Mar 2024 the zymase was " + said + ".")
                .verdict();
    }
}
