package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a fact has the words of a sentence does not bear the sentence out: who says it of whom, and whether it is so now, counts. */
class SecondOpinionTest {

    private static final Chart CHART = aChart().ofPatient(70, "female")
            .problem("Gout", Standing.RESOLVED, "2012-02-01")
            .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .medication("Carvedilol 25 mg", "25 mg twice daily", Standing.STOPPED, "2024-10-08")
            .medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .fact(FactKind.DIRECTIVE, "Not for CPR", Standing.ACTIVE, "2024-11-09")
            .relative("Pulmonary embolism", "mother")
            .medication("Amoxicillin 500 mg", "500 mg three times daily", Standing.CANCELLED, "2024-11-12")
            .medication("Ketorolac 15 mg", "15 mg IM as needed", Standing.COMPLETED, "2024-11-12")
            .allergy("Penicillin", "Facial swelling")
            .plan("Electrophysiology referral", Standing.ACTIVE, "2024-11-12")
            .note("Progress note", "2024-11-12", "CTPA: no pulmonary embolism.", "Not known diabetic.")
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gout is an active problem.",
                "She takes carvedilol 25 mg twice daily.",
                "She is for CPR.",
                "She had a pulmonary embolism.",
                "CTPA confirmed a pulmonary embolism.",
                "She is known to be diabetic.",
                "She was seen by electrophysiology.",
                "She has an appointment with electrophysiology.",
                "She received amoxicillin 500 mg.",
                "She developed facial swelling.",
                "Carvedilol 25 mg twice daily is continued.",
                "Heart failure has resolved.",
                "She has heart failure and a pulmonary embolism.",
                "Ketorolac 15 mg IM is ongoing."
            })
    void whatTheChartSaysOtherwiseIsNotBorneOut(String sentence) {
        assertThat(new Verification(CHART).check(sentence).verdict()).isNotInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She has heart failure.",
                "Furosemide 40 mg twice daily was ordered on 8 Oct 2024.",
                "Carvedilol 25 mg twice daily was ordered on 8 Oct 2024.",
                "An electrophysiology referral was ordered.",
                "Ketorolac 15 mg IM as needed.",
                "She reacts to penicillin with facial swelling.",
                "She has heart failure and CTPA showed no pulmonary embolism.",
                "CTPA: no pulmonary embolism."
            })
    void whatTheChartSaysStaysBorneOut(String sentence) {
        assertThat(new Verification(CHART).check(sentence).verdict())
                .as(sentence)
                .isInstanceOf(Verdict.Supported.class);
    }
}
