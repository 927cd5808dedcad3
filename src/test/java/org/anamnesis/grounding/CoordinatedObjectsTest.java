package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several things in one breath: each must be so, or each must not, and one false among true ones is found. */
class CoordinatedObjectsTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .problem("Hypertension", Standing.ACTIVE, "2010-02-03")
            .problem("Gout", Standing.ACTIVE, "2019-05-01")
            .problem("Osteoarthritis of hip", Standing.ACTIVE, "2019-05-01")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .medication("Metoprolol succinate 50 mg", "50 mg by mouth once daily", Standing.ACTIVE, "2024-03-01")
            .medication("Lisinopril 10 mg", "10 mg by mouth once daily", Standing.ACTIVE, "2024-03-01")
            .medication("Warfarin 5 mg", "5 mg by mouth once daily", Standing.STOPPED, "2022-03-01")
            .medication("Digoxin 0.25 mg", "0.25 mg by mouth once daily", Standing.STOPPED, "2022-03-01")
            .allergy("Penicillin", "rash")
            .allergy("Codeine", "nausea")
            .procedure("Cholecystectomy", Standing.COMPLETED, "2001-06-04")
            .note(
                    "Progress note",
                    "2024-03-01",
                    "He denies chest pain, dyspnea or fever.",
                    "He reports cough and fatigue.",
                    "No rash, bruising, or joint swelling, but has ankle edema.",
                    "No melena, abdomen soft.")
            .build();

    @ParameterizedTest
    @CsvSource({
        "He had an MI and a stroke in 2018., contradicted",
        "History of MI and stroke in 2018., contradicted",
        "History of MI in 2015 and stroke in 2018., supported",
        "He had a stroke in 2018., supported",
        "He had hypertension and a stroke in 2018., supported"
    })
    void ofADateThatTwoThingsShareIsOnlyWhatWasThenOrStillGoesOn(String sentence, String verdict) {
        Chart chart = aChart().ofPatient(71, "male")
                .problem("Myocardial infarction", Standing.RESOLVED, "2015-03-01")
                .problem("Stroke", Standing.RESOLVED, "2018-06-20")
                .problem("Hypertension", Standing.ACTIVE, "2010-02-03")
                .build();
        assertThat(new Verification(chart).check(sentence).verdict().code()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He was started on metoprolol and lisinopril.",
                "He denies chest pain, dyspnea or fever.",
                "He denies fever.",
                "He reports cough and fatigue.",
                "He is allergic to penicillin and codeine.",
                "He has no history of asthma or emphysema.",
                "He has neither asthma nor emphysema.",
                "He is not on amiodarone or verapamil.",
                "He is not on warfarin or digoxin.",
                "He has no allergy to latex or shellfish.",
                "He never had an appendectomy or hysterectomy.",
                "Warfarin and digoxin were stopped.",
                "He has no hip or knee fracture.",
                "He has no complications of gout or hypertension.",
                "He has ankle edema."
            })
    void whatIsSoOfEachIsBorneOut(String sentence) {
        Verdict verdict = verdict(sentence);
        assertThat(verdict.code()).as(verdict.reason()).isEqualTo("supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He was started on metoprolol and amlodipine.",
                "He was started on metoprolol, amlodipine and lisinopril.",
                "He reports cough and fever.",
                "He reports dyspnea.",
                "He has fever.",
                "He denies chest pain, cough or fever.",
                "He has joint swelling.",
                "He has bruising and edema.",
                "He has no history of asthma or gout.",
                "He has no history of gout or asthma.",
                "He has neither gout nor asthma.",
                "There is no documented diagnosis of asthma, emphysema or pneumonia.",
                "He is not on metoprolol or amiodarone.",
                "He is not on amiodarone, verapamil or metoprolol.",
                "He has no allergy to latex or penicillin.",
                "He never had an appendectomy or cholecystectomy.",
                "Warfarin and metoprolol were stopped.",
                "Metoprolol and warfarin were stopped.",
                "Metoprolol was stopped."
            })
    void oneThatIsNotSoIsFound(String sentence) {
        assertThat(verdict(sentence).code()).isNotEqualTo("supported");
    }

    /** The same of a statement that cites the note's sentence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "He reports dyspnea.",
                "He has fever.",
                "He has chest pain and fever.",
                "Dyspnea and fever were present."
            })
    void aStatementThatCitesADenialSaysNoMoreThanIt(String text) {
        Statement statement = new Statement(Section.ACTIVE_PROBLEMS, text, List.of("N1.1"));
        assertThat(new Grounding(CHART).check(statement).isSupported()).isFalse();
    }

    /** A comma alone ends a denial: "No melena, abdomen soft". */
    @ParameterizedTest
    @ValueSource(strings = {"The abdomen is soft.", "Abdomen soft."})
    void whatFollowsADenialWithoutBeingItsListIsSo(String text) {
        Statement statement = new Statement(Section.RESULTS, text, List.of("N1.4"));
        assertThat(new Grounding(CHART).check(statement).isSupported()).isTrue();
    }

    private static Verdict verdict(String sentence) {
        return new Verification(CHART).check(sentence).verdict();
    }
}
