package org.anamnesis.rules;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.junit.jupiter.api.Test;

class RuleComposerTest {

    private static final Chart CHART = aChart().ofPatient(71, "male")
            .problem("Heart failure with reduced ejection fraction (disorder)", Standing.ACTIVE, "2018-06-20")
            .problem("Pneumonia", Standing.RESOLVED, "2020-02-03")
            .allergy("Sulfonamide antibiotics", "Rash")
            .medication("Furosemide 40 mg oral tablet", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .medication("Spironolactone 25 mg", "25 mg once daily", Standing.ON_HOLD, "2024-10-08")
            .medication("Lisinopril 10 mg", "10 mg once daily", Standing.STOPPED, "2024-11-10")
            .medication("Amoxicillin 500 mg", "500 mg three times daily", Standing.COMPLETED, "2020-02-03")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11", Attribute.worded(Attribute.Role.INTERPRETATION, "high"))
            .result("Potassium", "4.2", "mmol/L", "2024-11-16")
            .encounter("Hospital admission", "2024-11-11")
            .procedure("Thoracentesis, right", Standing.COMPLETED, "2024-11-13")
            .procedure("Coronary angiography", Standing.NEGATED, "2024-11-14")
            .plan("Echocardiogram", Standing.ACTIVE, "2024-11-15")
            .covered("FamilyMemberHistory", new Coverage.Outcome.NoneRecorded())
            .build();

    private static List<String> texts(Chart chart, Section section) {
        return RuleComposer.compose(chart).stream()
                .filter(statement -> statement.section() == section)
                .map(Statement::text)
                .toList();
    }

    @Test
    void everyStatementPassesTheSameCheckAsAModels() {
        Grounding grounding = new Grounding(CHART);
        assertThat(RuleComposer.compose(CHART))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(
                                grounding.check(statement).verdict().reason())
                        .as(statement.text())
                        .isEmpty());
    }

    @Test
    void saysWhoThePatientIsInOneLine() {
        assertThat(texts(CHART, Section.ONE_LINER))
                .containsExactly("71-year-old male with heart failure with reduced ejection fraction; "
                        + "last encounter hospital admission on 11 Nov 2024.");
    }

    @Test
    void listsActiveProblemsOnly() {
        assertThat(texts(CHART, Section.ACTIVE_PROBLEMS))
                .containsExactly("Heart failure with reduced ejection fraction, since 20 Jun 2018.");
    }

    @Test
    void callsMedicationsOnHoldAndStoppedWhatTheyAreAndLeavesCompletedOnesOut() {
        assertThat(texts(CHART, Section.MEDICATIONS))
                .containsExactly(
                        "Furosemide 40 mg oral tablet: 80 mg by mouth twice daily, active, dated 8 Oct 2024.",
                        "Spironolactone 25 mg: 25 mg once daily, on hold, dated 8 Oct 2024.",
                        "Lisinopril 10 mg: 10 mg once daily, stopped, dated 10 Nov 2024.");
    }

    @Test
    void ordersAndReportsOfOneDrugAreOneStatementThatCitesThem() {
        Chart chart = aChart().medication("Furosemide 40 mg tablet", "40 mg twice daily", Standing.ACTIVE, "2024-03-01")
                .medication("Lasix 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-09-01")
                .fact(FactKind.MEDICATION, "FUROSEMIDE", Standing.ACTIVE, "2024-10-01")
                .medication("Furosemide 20 mg tablet", "20 mg once daily", Standing.STOPPED, "2024-10-15")
                .build();
        List<Statement> statements = RuleComposer.compose(chart);
        assertThat(texts(chart, Section.MEDICATIONS))
                .containsExactly("Lasix 40 mg: 40 mg twice daily, active, dated 1 Sep 2024.");
        assertThat(statements)
                .singleElement()
                .satisfies(statement -> assertThat(statement.citations()).containsExactly("M2", "M1"));
        assertThat(statements)
                .allMatch(statement -> new Grounding(chart).check(statement).isSupported());
    }

    /** A drug that is on hold in one order and active in another was once told as active only. */
    @Test
    void ofOneDrugEveryCurrentDosageAndEveryHoldIsTold() {
        Chart chart = aChart().medication("Paracetamol 1 g", "1 g four times daily", Standing.ACTIVE, "2024-11-01")
                .medication("Paracetamol 500 mg", "500 mg four times daily", Standing.ACTIVE, "2024-11-03")
                .medication("Paracetamol 1 g", "1 g four times daily", Standing.ON_HOLD, "2024-11-04")
                .build();
        assertThat(texts(chart, Section.MEDICATIONS))
                .containsExactly(
                        "Paracetamol 1 g: 1 g four times daily, on hold, dated 4 Nov 2024.",
                        "Paracetamol 500 mg: 500 mg four times daily, active, dated 3 Nov 2024.",
                        "Paracetamol 1 g: 1 g four times daily, active, dated 1 Nov 2024.");
    }

    @Test
    void whatStoppedIsRecentByTheDayItEnded() {
        Chart chart = aChart().fact(
                        FactKind.MEDICATION,
                        "Lisinopril 20 mg",
                        Standing.STOPPED,
                        "2019-01-15",
                        Attribute.worded(Attribute.Role.INSTRUCTION, "20 mg once daily"),
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2024, 11, 12))))
                .build();
        assertThat(texts(chart, Section.MEDICATIONS))
                .containsExactly("Lisinopril 20 mg: 20 mg once daily, stopped, dated 15 Jan 2019.");
        assertThat(RuleComposer.compose(chart))
                .allMatch(statement -> new Grounding(chart).check(statement).isSupported());
    }

    @Test
    void aDiagnosisThatVisitsRepeatIsOneStatement() {
        Chart chart = aChart().problem("Essential hypertension (disorder)", Standing.ACTIVE, "2010-01-01")
                .fact(
                        FactKind.PROBLEM,
                        "Essential hypertension",
                        Standing.ACTIVE,
                        "2024-01-01",
                        Attribute.worded(Attribute.Role.CATEGORY, "encounter-diagnosis"))
                .build();
        assertThat(texts(chart, Section.ACTIVE_PROBLEMS)).containsExactly("Essential hypertension, since 1 Jan 2010.");
    }

    @Test
    void givesTheNewestResultWithTheOneBeforeItAndTheDirection() {
        assertThat(texts(CHART, Section.RESULTS))
                .containsExactly("Potassium 4.2 mmol/L on 16 Nov 2024, was 5.9 mmol/L on 11 Nov 2024, falling.");
    }

    @Test
    void aTestWithoutAValueIsNoResult() {
        Chart chart = aChart().finding("Lactate", "no value: specimen haemolysed", "2024-11-12")
                .result("Lactate", "1.4", "mmol/L", "2024-11-11")
                .build();
        assertThat(RuleComposer.compose(chart))
                .extracting(Statement::text)
                .contains("Lactate 1.4 mmol/L on 11 Nov 2024.")
                .noneMatch(text -> text.contains("no value"));
    }

    @Test
    void tellsTwoValuesOfOneDayApartByTheTimeOfDay() {
        Chart chart = aChart().resultAt("Troponin I", "41", "ng/L", "2024-11-11T18:55")
                .resultAt("Troponin I", "43", "ng/L", "2024-11-11T21:10")
                .build();
        assertThat(texts(chart, Section.RESULTS))
                .containsExactly("Troponin I 43 ng/L on 11 Nov 2024 21:10, was 41 ng/L on 11 Nov 2024 18:55, rising.");
    }

    @Test
    void doesNotCallAPlannedVisitTheLastEncounter() {
        Chart chart = aChart().ofPatient(40, "female")
                .encounter("Office visit", "2024-11-01")
                .plannedEncounter("Follow-up visit", "2025-01-08")
                .build();
        assertThat(texts(chart, Section.ONE_LINER))
                .containsExactly("40-year-old female; last encounter office visit on 1 Nov 2024.");
        assertThat(texts(chart, Section.ENCOUNTERS))
                .containsExactly("Follow-up visit on 8 Jan 2025, planned.", "Office visit on 1 Nov 2024.");
    }

    /** An allergy was once withheld because the word "criticality" stood in no fact. */
    @Test
    void showsAnAllergyWithItsReactionSeverityAndCriticality() {
        Chart chart = aChart().allergy("Lisinopril", "Cough", "mild", "low").build();
        assertThat(RuleComposer.compose(chart))
                .allMatch(statement -> new Grounding(chart).check(statement).isSupported());
        assertThat(texts(chart, Section.ALLERGIES))
                .containsExactly("Lisinopril, reaction Cough, mild, criticality low.");
    }

    @Test
    void leavesOutAProcedureThatWasNotDone() {
        assertThat(texts(CHART, Section.ENCOUNTERS))
                .containsExactly("Hospital admission on 11 Nov 2024.", "Thoracentesis, right on 13 Nov 2024.");
    }

    @Test
    void saysThatNoAllergiesAreRecordedOnlyWhereTheSearchCameBackEmpty() {
        Chart none = aChart().covered("AllergyIntolerance", new Coverage.Outcome.NoneRecorded())
                .build();
        Chart failed = aChart().covered("AllergyIntolerance", new Coverage.Outcome.Failed("timeout", 0))
                .build();
        assertThat(texts(none, Section.ALLERGIES))
                .containsExactly("No allergies or intolerances are recorded in this chart.");
        assertThat(texts(failed, Section.ALLERGIES)).isEmpty();
    }
}
