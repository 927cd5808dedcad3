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
                .containsExactly("71-year-old man with heart failure with reduced ejection fraction; "
                        + "last encounter: hospital admission on 11 Nov 2024.");
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
                        "Furosemide 40 mg oral tablet: 80 mg by mouth twice daily, dated 8 Oct 2024.",
                        "Spironolactone 25 mg once daily, on hold, dated 8 Oct 2024.",
                        "Lisinopril 10 mg once daily, stopped, dated 10 Nov 2024.");
    }

    @Test
    void ordersAndReportsOfOneDrugAreOneStatementThatCitesThem() {
        Chart chart = aChart().medication("Furosemide 40 mg tablet", "40 mg twice daily", Standing.ACTIVE, "2024-03-01")
                .medication("Lasix 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-09-01")
                .fact(FactKind.MEDICATION, "FUROSEMIDE", Standing.ACTIVE, "2024-10-01")
                .medication("Furosemide 20 mg tablet", "20 mg once daily", Standing.STOPPED, "2024-10-15")
                .build();
        List<Statement> statements = RuleComposer.compose(chart);
        assertThat(texts(chart, Section.MEDICATIONS)).containsExactly("Lasix 40 mg twice daily, dated 1 Sep 2024.");
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
                        "Paracetamol 500 mg four times daily, dated 3 Nov 2024.",
                        "Paracetamol 1 g four times daily, dated 1 Nov 2024.",
                        "Paracetamol 1 g four times daily, on hold, dated 4 Nov 2024.");
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
                .containsExactly("Lisinopril 20 mg once daily, stopped 12 Nov 2024, dated 15 Jan 2019.");
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
                .containsExactly("Potassium 4.2 mmol/L on 16 Nov 2024, was 5.9 on 11 Nov, falling.");
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
                .containsExactly("Troponin I 43 ng/L on 11 Nov 2024 21:10, was 41 on 11 Nov 2024 18:55, rising.");
    }

    @Test
    void doesNotCallAPlannedVisitTheLastEncounter() {
        Chart chart = aChart().ofPatient(40, "female")
                .encounter("Office visit", "2024-11-01")
                .plannedEncounter("Follow-up visit", "2025-01-08")
                .build();
        assertThat(texts(chart, Section.ONE_LINER))
                .containsExactly("40-year-old woman; last encounter: office visit on 1 Nov 2024.");
        assertThat(texts(chart, Section.ENCOUNTERS))
                .containsExactly("Follow-up visit on 8 Jan 2025, planned.", "Office visit on 1 Nov 2024.");
    }

    /** An allergy was once withheld because the word "criticality" stood in no fact. */
    @Test
    void showsAnAllergyWithItsReactionSeverityAndCriticality() {
        Chart chart = aChart().allergy("Lisinopril", "Cough", "mild", "low").build();
        assertThat(RuleComposer.compose(chart))
                .allMatch(statement -> new Grounding(chart).check(statement).isSupported());
        assertThat(texts(chart, Section.ALLERGIES)).containsExactly("Lisinopril: cough (mild), low criticality.");
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

    @Test
    void everyReactionOfAnAllergyIsToldWithItsOwnSeverityAndDoubtIsSaid() {
        Chart chart = aChart().fact(
                        FactKind.ALLERGY,
                        "Latex",
                        Standing.ACTIVE,
                        "2019-10-10",
                        Attribute.worded(Attribute.Role.REACTION, "Itchy hands"),
                        Attribute.worded(Attribute.Role.SEVERITY, "mild"),
                        Attribute.worded(Attribute.Role.REACTION, "Anaphylaxis"),
                        Attribute.worded(Attribute.Role.SEVERITY, "severe"),
                        Attribute.worded(Attribute.Role.CRITICALITY, "unable-to-assess"),
                        Attribute.worded(Attribute.Role.COMMENT, "unconfirmed"))
                .fact(
                        FactKind.ALLERGY,
                        "Kiwi",
                        Standing.ACTIVE,
                        "2019-10-10",
                        Attribute.worded(Attribute.Role.SEVERITY, "severe"))
                .build();
        assertThat(texts(chart, Section.ALLERGIES))
                .containsExactly(
                        "Latex, unconfirmed: itchy hands (mild), anaphylaxis (severe).", "Kiwi: severe reaction.");
        assertAllBorneOut(chart);
    }

    /** A list that leaves the reaction out is not a list that says there was none. */
    @Test
    void aReactionOrADoseThatIsNotRecordedIsCalledSo() {
        Chart chart = aChart().fact(FactKind.ALLERGY, "Codeine", Standing.ACTIVE, "2019-10-10")
                .fact(FactKind.MEDICATION, "Senna", Standing.ACTIVE, "2024-10-08")
                .build();
        assertThat(texts(chart, Section.ALLERGIES)).containsExactly("Codeine, reaction not recorded.");
        assertThat(texts(chart, Section.MEDICATIONS)).containsExactly("Senna, dose not recorded, dated 8 Oct 2024.");
        assertAllBorneOut(chart);
    }

    /** Once a provisional diagnosis stood in the summary like a confirmed one. */
    @Test
    void aProblemIsToldWithItsSideItsDoubtAndThatItCameBack() {
        Chart chart = aChart().fact(
                        FactKind.PROBLEM,
                        "Pulmonary nodule",
                        Standing.RECURRENT,
                        "2025-02-09",
                        Attribute.worded(Attribute.Role.BODY_SITE, "Right upper lobe"),
                        Attribute.worded(Attribute.Role.COMMENT, "provisional"))
                .build();
        assertThat(texts(chart, Section.ACTIVE_PROBLEMS))
                .containsExactly("Pulmonary nodule, right upper lobe, provisional, recurrence, recorded 9 Feb 2025.");
        assertAllBorneOut(chart);
    }

    @Test
    void diseasesComeBeforeHowThePatientLives() {
        Chart chart = aChart().ofPatient(40, "female")
                .problem("Full-time employment (finding)", Standing.ACTIVE, "2020-01-01")
                .problem("Asthma (disorder)", Standing.ACTIVE, "2021-01-01")
                .problem("Gout", Standing.ACTIVE, "2022-01-01")
                .build();
        assertThat(texts(chart, Section.ONE_LINER))
                .containsExactly("40-year-old woman with asthma, gout and full-time employment.");
        assertThat(texts(chart, Section.ACTIVE_PROBLEMS)).first().isEqualTo("Asthma, since 1 Jan 2021.");
    }

    @Test
    void theWorstValueOfLateIsToldBesideTheNewestTwo() {
        Attribute high = Attribute.worded(Attribute.Role.INTERPRETATION, "high");
        Chart chart = aChart().result("Creatinine", "1.1", "mg/dL", "2024-03-09")
                .result("Creatinine", "2.6", "mg/dL", "2024-03-12", high)
                .result("Creatinine", "2.3", "mg/dL", "2024-03-14", high)
                .result("Creatinine", "1.8", "mg/dL", "2024-03-15", high)
                .result("Potassium", "5.9", "mmol/L", "2024-03-09", high)
                .result("Potassium", "3.9", "mmol/L", "2024-03-14")
                .result("Potassium", "4.2", "mmol/L", "2024-03-15")
                .build();
        assertThat(texts(chart, Section.RESULTS))
                .containsExactly(
                        "Creatinine 1.8 mg/dL on 15 Mar 2024 (high), was 2.3 on 14 Mar, falling, highest 2.6 on 12 Mar.",
                        "Potassium 4.2 mmol/L on 15 Mar 2024, was 3.9 on 14 Mar, highest 5.9 on 9 Mar.");
        assertAllBorneOut(chart);
    }

    @Test
    void aTestIsCalledAsOnAWardAndASpecimenOtherThanBloodIsTold() {
        Chart chart = aChart().result("Creatinine [Mass/volume] in Serum or Plasma", "1.1", "mg/dL", "2024-03-09")
                .result("Hemoglobin A1c/Hemoglobin.total in Blood", "6.1", "%", "2024-03-08")
                .result("Leukocytes [#/volume] in Blood by Automated count", "6.1", "10*3/uL", "2024-03-07")
                .result("Protein [Mass/volume] in Urine by Test strip", "30", "mg/dL", "2024-03-06")
                .build();
        assertThat(texts(chart, Section.RESULTS))
                .containsExactly(
                        "Creatinine 1.1 mg/dL on 9 Mar 2024.",
                        "Hemoglobin A1c 6.1% on 8 Mar 2024.",
                        "Leukocytes 6.1 10*3/uL on 7 Mar 2024.",
                        "Protein in Urine by Test strip 30 mg/dL on 6 Mar 2024.");
        assertAllBorneOut(chart);
    }

    @Test
    void aStayIsToldFromItsBeginToItsEndAndWhatIsRepeatedOnce() {
        Chart chart = aChart().fact(
                        FactKind.ENCOUNTER,
                        "Inpatient admission",
                        Standing.COMPLETED,
                        "2024-11-03",
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2024, 11, 10))),
                        Attribute.worded(Attribute.Role.REASON, "Pneumonia"))
                .procedure("Hemodialysis", Standing.COMPLETED, "2024-11-04")
                .procedure("Hemodialysis", Standing.COMPLETED, "2024-11-06")
                .build();
        assertThat(texts(chart, Section.ENCOUNTERS))
                .containsExactly(
                        "Inpatient admission from 3 Nov 2024 until 10 Nov 2024 for pneumonia.",
                        "Hemodialysis on 6 Nov 2024.");
        assertAllBorneOut(chart);
    }

    @Test
    void theOneLineNamesCertainDiseasesAndOfAStayTheWhole() {
        Chart chart = aChart().ofPatient(74, "female")
                .problem("Pressure ulcer, category 2, sacrum", Standing.ACTIVE, "2024-11-01")
                .problem("Gout", Standing.ACTIVE, "2022-01-01")
                .fact(
                        FactKind.PROBLEM,
                        "Pulmonary nodule",
                        Standing.ACTIVE,
                        "2025-02-09",
                        Attribute.worded(Attribute.Role.COMMENT, "provisional"))
                .fact(
                        FactKind.ENCOUNTER,
                        "Inpatient stay",
                        Standing.COMPLETED,
                        "2024-11-03",
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2024, 11, 10))))
                .fact(
                        FactKind.ENCOUNTER,
                        "Intensive care stay",
                        Standing.COMPLETED,
                        "2024-11-03T10:00",
                        Attribute.timed(Attribute.Role.ENDED, ClinicalTime.day(LocalDate.of(2024, 11, 5))))
                .build();
        assertThat(texts(chart, Section.ONE_LINER))
                .containsExactly("74-year-old woman with pressure ulcer (category 2, sacrum) and gout; "
                        + "last encounter: inpatient stay from 3 Nov 2024 until 10 Nov 2024.");
        assertAllBorneOut(chart);
    }

    /** "GAD-7 score 6 score", "PH" and "98 /min" are what a machine writes. */
    @Test
    void aValueIsWrittenAsOnAWard() {
        Chart chart = aChart().result("GAD-7 total score", "6", "score", "2024-03-09")
                .result(
                        "pH, arterial",
                        "7.4",
                        "",
                        "2024-03-08",
                        Attribute.worded(Attribute.Role.INTERPRETATION, "normal"))
                .result("Heart rate", "98", "/min", "2024-03-07")
                .build();
        assertThat(texts(chart, Section.RESULTS))
                .containsExactly(
                        "GAD-7 total score 6 on 9 Mar 2024.",
                        "pH, arterial 7.4 on 8 Mar 2024.",
                        "Heart rate 98/min on 7 Mar 2024.");
        assertAllBorneOut(chart);
    }

    @Test
    void aSiteThatTheNameSaysIsNotSaidAgain() {
        Chart chart = aChart().fact(
                        FactKind.PROCEDURE,
                        "Hemiarthroplasty of left hip",
                        Standing.COMPLETED,
                        "2024-01-19",
                        Attribute.worded(Attribute.Role.BODY_SITE, "Left hip"))
                .fact(
                        FactKind.PROCEDURE,
                        "Thoracentesis",
                        Standing.COMPLETED,
                        "2024-01-18",
                        Attribute.worded(Attribute.Role.BODY_SITE, "Left pleural cavity"))
                .build();
        assertThat(texts(chart, Section.ENCOUNTERS))
                .containsExactly(
                        "Hemiarthroplasty of left hip on 19 Jan 2024.",
                        "Thoracentesis, left pleural cavity on 18 Jan 2024.");
        assertAllBorneOut(chart);
    }

    /** A visit for an allergy was once withheld: the word made an allergy of it. */
    @Test
    void whatCannotBeSaidInFullIsSaidPlainly() {
        Chart chart = aChart().fact(
                        FactKind.ENCOUNTER,
                        "Consultation",
                        Standing.COMPLETED,
                        "2024-05-21",
                        Attribute.worded(Attribute.Role.REASON, "Allergy evaluation"))
                .build();
        assertThat(texts(chart, Section.ENCOUNTERS)).containsExactly("Consultation on 21 May 2024.");
        assertAllBorneOut(chart);
    }

    @Test
    void aRelativesDiseaseIsToldAsTheRelatives() {
        Chart chart = aChart().relative("Lung cancer", "father").build();
        Statement told =
                FactSentences.of(chart.facts(FactKind.HISTORY).findFirst().orElseThrow());
        assertThat(told.text()).isEqualTo("Family history, father: Lung cancer.");
        assertThat(new Grounding(chart).check(told).isSupported()).isTrue();
    }

    private static void assertAllBorneOut(Chart chart) {
        Grounding grounding = new Grounding(chart);
        assertThat(RuleComposer.compose(chart))
                .allSatisfy(statement -> assertThat(
                                grounding.check(statement).verdict().reason())
                        .as(statement.text())
                        .isEmpty());
    }
}
