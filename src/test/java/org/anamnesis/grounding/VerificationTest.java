package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that cite nothing, held against a whole chart. */
class VerificationTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .problem("Migraine without aura", Standing.ACTIVE, "2005-01-01")
            .medication("Furosemide", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .result("Potassium", "4.2", "mmol/L", "2024-11-16")
            .procedure("Thoracentesis, right", Standing.COMPLETED, "2024-11-13")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Potassium 5.9 mmol/L was recorded on 2024-11-11. | supported | L1
            Potassium 4.2 mmol/L was recorded on 2024-11-16. | supported | L2
            The patient has a documented diagnosis of migraine without aura. | supported | C2
            There is no documented diagnosis of asthma. | supported |
            Thoracentesis, right was performed on 2024-11-13. | supported | P1
            Potassium 4.2 mmol/L was recorded on 2024-11-11. | contradicted | L1 L2
            There is no documented diagnosis of pneumonia. | contradicted | C1
            Past diagnoses include asthma. | not-found |
            Thoracentesis, left was performed on 2024-11-13. | contradicted | P1
            """)
    void aSentenceGetsItsVerdictAndTheFactsBehindIt(String sentence, String verdict, String evidence) {
        Verification.Verified verified = new Verification(CHART).check(sentence);

        assertThat(verified.verdict().code()).as(verified.verdict().reason()).isEqualTo(verdict);
        String expected = evidence == null ? "" : evidence;
        assertThat(verified.evidence()).extracting(Object::toString).containsExactlyInAnyOrder(ids(expected));
    }

    private static String[] ids(String list) {
        return list.isEmpty() ? new String[0] : list.split(" ");
    }
}
