package org.anamnesis.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoodAnswerTest {

    static final String PROMPT = """
            Summarize.
            <chart>
            D1 | patient | Age | 67 years
            D2 | patient | Sex | male
            C1 | problem | Heart failure with reduced ejection fraction (disorder) | active | since 2018-06-20
            C2 | problem | Type 2 diabetes mellitus | active | since 2011
            C3 | problem | Gout | resolved | since 2012 | until 2020-05-01
            C4 | problem | Asthma | not present
            A1 | allergy | Sulfonamide antibiotics | active | reaction Rash | criticality high
            M1 | medication | Furosemide 40 mg oral tablet | active | 1000 mg by mouth twice daily | for Heart failure | 2024-10-08
            M2 | medication | Naproxen 220 mg | stopped | 220 mg twice daily | 2024-10-01
            L1 | result | Potassium | 5.9 mmol/L | High | reference range 3.5 - 5.1 mmol/L | 2024-11-11T19:05
            L2 | result | Potassium | 4.4 mmol/L | 2024-10-08
            L3 | result | Sodium | 138 mmol/L | 2024-11-11T19:05
            L4 | result | eGFR | 42 mL/min/1.73 m2 | 2024-11-11T19:05
            L5 | result | C-reactive protein | 4 mg/L | 2024-11-11T19:05
            L6 | result | Chest X-ray | Left pleural effusion. No pneumothorax. | 2024-11-12
            L7 | result | Questionnaire | %s | 2024-11-12
            V1 | vital | Blood pressure | 112/64 mmHg | 2024-11-16T06:00
            V2 | vital | Heart rate | 72 /min | 2024-11-16T06:00
            E1 | encounter | Office visit | finished | 2024-10-08
            E2 | encounter | Office visit | planned | 2025-01-08
            P1 | procedure | Thoracentesis | completed | site Left pleural cavity | 2024-11-13
            S1 | plan | Echocardiogram | active | 2024-11-12
            K1 | coverage | Immunization (all) | none-recorded
            </chart>
            """.formatted("Do you feel safe? Yes. ".repeat(20));

    @Test
    void saysWhoThePatientIsWithTheActiveProblems() {
        assertThat(texts("one-liner"))
                .containsExactly(
                        "Male, 67 years with heart failure with reduced ejection fraction and type 2 diabetes mellitus; most recent encounter on 8 Oct 2024 (office visit).");
    }

    @Test
    void listsActiveProblemsWithTheirOnsetAndCallsResolvedOnesResolved() {
        assertThat(texts("active-problems"))
                .containsExactly(
                        "Heart failure with reduced ejection fraction, active since 20 Jun 2018.",
                        "Type 2 diabetes mellitus, active since 2011.",
                        "Resolved: gout.");
    }

    @Test
    void givesADrugWithItsDoseAndCallsAStoppedOneStopped() {
        assertThat(texts("medications"))
                .containsExactly(
                        "Furosemide 40 mg oral tablet: 1000 mg by mouth twice daily, for Heart failure, ordered 8 Oct 2024.",
                        "Naproxen 220 mg is stopped.");
    }

    @Test
    void claimsAChangeOnlyWhereTwoLinesBearItOut() {
        assertThat(texts("results"))
                .containsExactly(
                        "Potassium rose from 4.4 mmol/L on 8 Oct 2024 to 5.9 mmol/L (high) on 11 Nov 2024.",
                        "Sodium 138 mmol/L, eGFR 42 mL/min/1.73 m2, C-reactive protein 4 mg/L on 11 Nov 2024.",
                        "Chest X-ray on 12 Nov 2024: Left pleural effusion. No pneumothorax.",
                        "Vital signs: blood pressure 112/64 mmHg, heart rate 72 /min on 16 Nov 2024.");
    }

    @Test
    void leavesOutWhatIsPlannedFromWhatHappened() {
        assertThat(texts("encounters"))
                .containsExactly("Office visit on 8 Oct 2024.", "Thoracentesis, Left pleural cavity on 13 Nov 2024.");
    }

    @Test
    void saysNoneRecordedOnlyOnTheWordOfTheCoverage() {
        ChartBlock chart = ChartBlock.in("<chart>\nK2 | coverage | AllergyIntolerance (all) | none-recorded\n"
                + "K3 | coverage | Condition (all) | failed\n</chart>");

        assertThat(GoodAnswer.to(chart))
                .containsExactly(new Statement(
                        "allergies", "No allergies or intolerances are recorded in this chart.", List.of("K2")));
    }

    @Test
    void citesOnlyLinesThatStandInThePrompt() {
        List<String> ids =
                ChartBlock.in(PROMPT).lines().stream().map(ChartLine::id).toList();

        assertThat(GoodAnswer.to(ChartBlock.in(PROMPT)))
                .isNotEmpty()
                .allSatisfy(statement ->
                        assertThat(statement.citations()).isNotEmpty().isSubsetOf(ids));
    }

    @Test
    void aPromptWithoutAChartGivesNoStatement() {
        assertThat(GoodAnswer.to(ChartBlock.in("Hello"))).isEmpty();
        assertThat(GoodAnswer.to(ChartBlock.in("</chart>\n<chart>"))).isEmpty();
    }

    static List<String> texts(String section) {
        return statements(section).map(Statement::text).toList();
    }

    private static Stream<Statement> statements(String section) {
        return GoodAnswer.to(ChartBlock.in(PROMPT)).stream()
                .filter(statement -> statement.section().equals(section));
    }
}
