package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that the chart does not have and that say what it says; and the same words where they do not. */
class PlainWordsAndExtremesTest {

    private static final Chart CHART = aChart().problem(
                    "Essential hypertension (disorder)", Standing.ACTIVE, "2018-06-20")
            .problem("Pulmonary hypertension", Standing.ACTIVE, "2019-06-20")
            .medication("Amlodipine 5 mg", "5 mg PO BD", Standing.ACTIVE, "2020-01-10")
            .fact(FactKind.MEDICATION, "Senna", Standing.ACTIVE, "2024-10-08")
            .fact(
                    FactKind.MEDICATION,
                    "Lactulose",
                    Standing.ACTIVE,
                    "2024-10-08",
                    Attribute.worded(Attribute.Role.COMMENT, "15 mL at night"))
            .fact(FactKind.MEDICATION, "Pen needle [BD Nano]", Standing.ACTIVE, "2024-10-08")
            .allergy("Penicillin", "rash")
            .result("Creatinine", "1.1", "mg/dL", "2024-03-09")
            .result("Creatinine", "2.6", "mg/dL", "2024-03-12")
            .result("Creatinine", "1.8", "mg/dL", "2024-03-15")
            .pressure("180", "90", "2024-03-12")
            .pressure("140", "80", "2024-03-15")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Amlodipine 5 mg by mouth twice daily.                        | M1    | supported
            Amlodipine 5 mg BID.                                         | M1    | supported
            Amlodipine 5 mg by mouth three times daily.                  | M1    | contradicted
            Amlodipine 5 mg subcutaneous twice daily.                    | M1    | not-found
            Amlodipine, dose not recorded.                               | M1    | contradicted
            Senna, dose not recorded.                                    | M2    | supported
            Pen needle [BD Nano], dose not recorded.                     | M4    | supported
            Senna not recorded.                                          | M2    | contradicted
            Lactulose, dose not recorded.                                | M3    | contradicted
            """)
    void aDosageIsReadWithoutItsShorthand(String text, String cited, String verdict) {
        assertVerdict(Section.MEDICATIONS, text, cited, verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Essential hypertension (high blood pressure).   | C1 | supported
            Pulmonary hypertension (high blood pressure).   | C2 | not-found
            No essential hypertension (high blood pressure).| C1 | contradicted
            """)
    void aPlainNameCountsBehindItsOwnProblemOnly(String text, String cited, String verdict) {
        assertVerdict(Section.ACTIVE_PROBLEMS, text, cited, verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Creatinine 1.8 mg/dL, highest 2.6 mg/dL on 12 Mar 2024.  | L2 L3 | supported
            Creatinine peaked at 2.6 mg/dL.                          | L2    | supported
            Creatinine peaked at 1.8 mg/dL.                          | L3    | contradicted
            Highest creatinine 1.8 mg/dL.                            | L1 L3 | contradicted
            Lowest creatinine 1.1 mg/dL.                             | L1    | supported
            Lowest creatinine 1.8 mg/dL.                             | L3    | contradicted
            Highest creatinine on 12 Mar 2024.                       | L2    | not-found
            Highest systolic blood pressure 140 mmHg.                | V2    | not-found
            """)
    void theHighestIsHighestOfTheWholeChart(String text, String cited, String verdict) {
        assertVerdict(Section.RESULTS, text, cited, verdict);
    }

    private static void assertVerdict(Section section, String text, String cited, String verdict) {
        Verdict found = new Grounding(CHART)
                .check(new Statement(section, text, List.of(cited.split(" "))))
                .verdict();
        assertThat(found.code()).as(text + " " + found.reason()).isEqualTo(verdict);
    }
}
