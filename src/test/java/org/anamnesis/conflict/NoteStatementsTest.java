package org.anamnesis.conflict;

import static org.anamnesis.chart.Attribute.Role.BODY_SITE;
import static org.anamnesis.chart.Attribute.Role.COMMENT;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What notes say, other than of drugs' doses, against the lists and against other notes. */
class NoteStatementsTest {

    private static List<Kind> kinds(ChartBuilder chart) {
        return Conflicts.of(chart.build()).stream().map(Conflict::kind).toList();
    }

    private static List<Kind> when(boolean conflict, Kind kind) {
        return conflict ? List.of(kind) : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "ALLERGIES: NKDA., true",
        "Allergies: none., true",
        "No known drug allergies., true",
        "Allergies: pt says none., true",
        "Denies drug allergies., true",
        "Allergies: penicillin (hives)., false",
        "No change in allergies., false",
        "Mother has no known allergies., false"
    })
    void noAllergyInANoteAgainstOneInTheListIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().allergy("Penicillin", "hives").note("H&P", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.ALLERGY_AND_NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "Allergic to amoxicillin (hives)., true",
        "Allergies: PENICILLIN (face swelled up)., true",
        "He had hives with amoxicillin at age 3., true",
        "Trimethoprim: rash in 2015., true",
        "Penicillin allergy noted., true",
        "Not allergic to penicillin., false",
        "Her mother is allergic to penicillin., false",
        "Possible allergy to penicillin to be clarified., false",
        "Allergic rhinitis., false",
        "Allergies: grass pollen., false"
    })
    void anAllergyInANoteAgainstNoneKnownInTheListIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().allergy("No known drug allergy", "none").note("H&P", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.ALLERGY_AND_NONE));
    }

    @Test
    void noKnownDrugAllergySaysNothingOfLatex() {
        assertThat(kinds(aChart().allergy("Latex", "itch").note("H&P", "2024-11-12", "NKDA.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "S/p right mastectomy., true",
        "Right breast mastectomy scar well healed., true",
        "R mastectomy 2010., true",
        "S/p left mastectomy., false",
        "No right mastectomy., false",
        "Right knee arthroplasty scar., false",
        "Sister had a right mastectomy., false",
        "Right ventricular function normal after mastectomy., false",
        "Left the ward after the mastectomy talk., false",
        "R Smith asked about the mastectomy., false",
        "Bilateral mastectomy was discussed., false",
        "Right mastectomy 1998., false"
    })
    void theOtherSideOfAProcedureIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().fact(
                                FactKind.PROCEDURE,
                                "Mastectomy",
                                Standing.COMPLETED,
                                "2010-03-04",
                                worded(BODY_SITE, "Left breast"))
                        .note("H&P", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.LATERALITY));
    }

    @Test
    void theOtherSideOfAFindingInTheSameRegionIsAConflictAndInAnotherRegionNone() {
        ChartBuilder fractured = aChart().problem("Fracture of left neck of femur", Standing.ACTIVE, "2024-11-10");
        assertThat(kinds(fractured.note("Ward round", "2024-11-12", "Right femur fracture, for theatre today.")))
                .containsExactly(Kind.LATERALITY);
        assertThat(kinds(aChart().problem("Fracture of left neck of femur", Standing.ACTIVE, "2024-11-10")
                        .note("Ward round", "2024-11-12", "Old right wrist fracture.")))
                .isEmpty();
    }

    @Test
    void theOperatedSideIsTheProceduresSide() {
        assertThat(kinds(aChart().procedure("Total replacement of left hip", Standing.COMPLETED, "2024-11-10")
                        .note("Physiotherapy", "2024-11-12", "Pain in the right hip, operated side.")))
                .containsExactly(Kind.LATERALITY);
    }

    @Test
    void whatTheListHasOnBothSidesNoNoteContradicts() {
        assertThat(kinds(aChart().procedure("Left knee arthroplasty", Standing.COMPLETED, "2015-11-10")
                        .procedure("Right knee arthroplasty", Standing.COMPLETED, "2019-11-10")
                        .note("Ward round", "2024-11-12", "Right knee arthroplasty scar.")))
                .isEmpty();
    }

    @Test
    void twoNotesOnTwoSidesAreAConflictAndAReportCountsLikeANote() {
        assertThat(kinds(aChart().finding("CT chest", "Mass in the right upper lobe.", "2024-11-10")
                        .note("Ward round", "2024-11-12", "CT: 3 cm mass LUL, likely malignant.")))
                .containsExactly(Kind.LATERALITY);
    }

    @ParameterizedTest
    @CsvSource({
        "Discharge weight 84.1 kg., true",
        "Wt 84.1 kg on standing scale., true",
        "Discharge weight 81.4 kg., false",
        "Weight 81 kg., false",
        "Weight 83.0 kg at clinic., false",
        "Dry weight 80 kg., false",
        "Target weight 80 kg., false",
        "Home if weight under 80 kg., false",
        "Weight was 88 kg on arrival., false",
        "About 7 kg of weight gain., false",
        "Weight 179 lb., false",
        "Potassium 5.4 this morning., true",
        "K 4.2., false",
        "K below 5.0., false",
        "KCl 40 mmol given., false"
    })
    void aValueThatWasNeverMeasuredAgainstTheMeasurementOfItsDayIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().result("Body weight", "81.4", "kg", "2024-11-16")
                        .result("Body weight", "83.0", "kg", "2024-10-08")
                        .result("Potassium", "4.2", "mmol/L", "2024-11-16")
                        .note("Discharge summary", "2024-11-16T12:00", sentence)))
                .isEqualTo(when(conflict, Kind.MEASUREMENT));
    }

    @Test
    void aValueOfADayWithoutAMeasurementIsNone() {
        assertThat(kinds(aChart().result("Body weight", "81.4", "kg", "2024-11-16")
                        .note("Clinic", "2024-11-18", "Weight 84.1 kg.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Full code., true",
        "Code status: full., true",
        "DNACPR in place., false",
        "Code status discussed., false",
        "Was full code until yesterday., false"
    })
    void anotherCodeStatusThanTheDirectiveInForceIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().fact(FactKind.DIRECTIVE, "Not for CPR", Standing.ACTIVE, "2024-11-10")
                        .note("Ward round", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.CODE_STATUS));
    }

    @Test
    void aCodeStatusBeforeTheDirectiveIsNone() {
        assertThat(kinds(aChart().fact(FactKind.DIRECTIVE, "Not for CPR", Standing.ACTIVE, "2024-11-10")
                        .note("H&P", "2024-11-08", "Full code.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "On BiPAP overnight., true",
        "BiPAP 12/6 tolerated., true",
        "Remains on NIV., true",
        "BiPAP on standby., false",
        "Off BiPAP., false",
        "May need BiPAP tonight., false",
        "If he tires start BiPAP., false",
        "No BiPAP needed., false",
        "His brother is on BiPAP at home., false"
    })
    void aTreatmentInUseAgainstThatItNeverWasIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().note("Progress note", "2024-11-14", sentence)
                        .note("Discharge summary", "2024-11-16", "He did not require BiPAP or ICU care.")))
                .isEqualTo(when(conflict, Kind.THERAPY));
    }

    @Test
    void thatItWasNotNeededSoFarIsNoConflictWithItsUseLater() {
        assertThat(kinds(aChart().note("H&P", "2024-11-12", "BiPAP not needed so far.")
                        .note("Progress note", "2024-11-14", "On BiPAP overnight.")))
                .isEmpty();
    }

    @Test
    void aTreatmentInUseDaysAfterItEndedIsAConflict() {
        assertThat(kinds(aChart().fact(
                                FactKind.PROCEDURE,
                                "Non-invasive ventilation",
                                Standing.COMPLETED,
                                "2024-11-09",
                                worded(COMMENT, "Weaned off 06:00 10 Nov."))
                        .note("Progress note", "2024-11-12", "On NIV overnight.")))
                .containsExactly(Kind.THERAPY);
        assertThat(kinds(aChart().note("Nursing note", "2024-11-10", "Foley removed at 08:00.")
                        .note("Progress note", "2024-11-12", "Foley in place, clear urine.")))
                .containsExactly(Kind.THERAPY);
    }

    @Test
    void aTreatmentThatBeganAgainIsNone() {
        assertThat(kinds(aChart().note("Nursing note", "2024-11-10", "BiPAP stopped at 06:00.")
                        .note("Nursing note", "2024-11-11", "Back on BiPAP since midnight.")
                        .note("Progress note", "2024-11-12", "On BiPAP overnight.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'Mild cognitive impairment, not dementia.', true",
        "She does not have dementia., true",
        "No history of dementia., true",
        "She should not be labelled as having dementia., true",
        "Her mother did not have dementia., false",
        "Dementia screen sent., false",
        "Delirium on top of dementia., false"
    })
    void aDiagnosisOfTheHistoryThatAnotherNoteDeniesIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().note("Ward round", "2024-01-22", "Background of dementia, HTN, TIA 2020.")
                        .note("Consult", "2024-01-24", sentence)))
                .isEqualTo(when(conflict, Kind.DIAGNOSIS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mother had dementia.",
                "Family history of dementia.",
                "Possible dementia, memory clinic referral.",
                "No known dementia."
            })
    void aDiagnosisThatIsARelativesDoubtedOrDeniedIsNotStated(String sentence) {
        assertThat(kinds(aChart().note("Ward round", "2024-01-22", sentence)
                        .note("Consult", "2024-01-24", "She does not have dementia.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Never had a colonoscopy., true",
        "No previous colonoscopy., true",
        "No history of colonoscopy., true",
        "Colonoscopy not needed., false",
        "His father never had a colonoscopy., false"
    })
    void aProcedureThatWasDoneAndNeverWasIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().procedure("Colonoscopy", Standing.COMPLETED, "2021-04-27")
                        .note("H&P", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.DIAGNOSIS));
    }

    @ParameterizedTest
    @CsvSource({
        "MRSA positive., true",
        "MRSA swab came back positive., true",
        "MRSA screen negative., false",
        "MRSA screen sent., false",
        "If MRSA positive isolate., false",
        "Mother was MRSA positive., false"
    })
    void aTestThatFoundSomethingAndDidNotIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().finding("MRSA screen", "Not detected", "2024-11-11")
                        .note("Ward round", "2024-11-12", sentence)))
                .isEqualTo(when(conflict, Kind.MEASUREMENT));
    }

    @Test
    void culturesWithoutGrowthAgainstCulturesThatGrew() {
        assertThat(kinds(aChart().finding("Blood cultures x2", "Growth of Escherichia coli", "2024-11-11")
                        .note("Ward round", "2024-11-12", "Blood cultures no growth at 48 h.")))
                .containsExactly(Kind.MEASUREMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "EBL 900 mL., Estimated blood loss 500 mL., true",
        "EBL 900 mL., Blood loss 900 mL., false",
        "Smoker of 50 pack years., Quit smoking 2001 (20 pack-years)., true",
        "EBL 900 mL., Urine output 500 mL., false"
    })
    void anotherNumberForWhatHasOneIsAConflict(String earlier, String later, boolean conflict) {
        assertThat(kinds(
                        aChart().note("Operation note", "2024-11-11", earlier).note("Ward round", "2024-11-12", later)))
                .isEqualTo(when(conflict, Kind.MEASUREMENT));
    }

    @Test
    void theUnitsOfOneTransfusionAndNotOfSeveral() {
        assertThat(kinds(aChart().procedure("Red cell transfusion, 2 units", Standing.COMPLETED, "2024-11-11")
                        .note("Ward round", "2024-11-12", "Hb 76 yesterday, transfused 3 units.")))
                .containsExactly(Kind.MEASUREMENT);
        assertThat(kinds(aChart().procedure("Red cell transfusion, 2 units", Standing.COMPLETED, "2024-11-11")
                        .procedure("Red cell transfusion, 1 unit", Standing.COMPLETED, "2024-11-11")
                        .note("Ward round", "2024-11-12", "Hb 76 yesterday, transfused 3 units.")))
                .isEmpty();
    }

    @Test
    void anIntubationAgainstThatThereWasNone() {
        assertThat(kinds(aChart().note("ED note", "2024-11-11", "Intubated in the ED for airway protection.")
                        .note("Discharge summary", "2024-11-16", "No cerebral edema, never intubated.")))
                .containsExactly(Kind.THERAPY);
    }

    @Test
    void aProblemOfTheListThatANoteDeniesIsAConflict() {
        assertThat(kinds(aChart().problem("Asthma", Standing.ACTIVE, "2001-01-01")
                        .note("Consult", "2024-01-24", "Lung function is normal and he has never had asthma.")))
                .containsExactly(Kind.DIAGNOSIS);
    }

    @ParameterizedTest
    @CsvSource({
        "Denies drugs., Urine screen positive for cannabinoids., true",
        "Denies alcohol., He drinks 6 units a week., true",
        "Never smoked., Smokes 10 a day., true",
        "Denies drugs., Urine screen negative for cannabinoids., false",
        "Denies alcohol., His father drinks daily., false",
        "Denies drugs., Denies smoking., false"
    })
    void aSubstanceThatIsDeniedAndUsedIsAConflict(String denied, String used, boolean conflict) {
        assertThat(kinds(aChart().note("Triage", "2024-01-22", denied).note("ED note", "2024-01-22T12:00", used)))
                .isEqualTo(when(conflict, Kind.SUBSTANCE_USE));
    }

    @ParameterizedTest
    @CsvSource({
        "Full weight bearing., Partial weight bearing., true",
        "Lives alone., Lives with her daughter., true",
        "Hearing aids fitted., 'Hearing aids at home, daughter to bring.', true",
        "'Hearing aids at home, daughter to bring.', Hearing aids fitted., false",
        "22M T1DM on a pump., PMH: type 2 diabetes., true",
        "Never smoked., Ex-smoker since 2001., true",
        "Father has T2DM., T1DM since age 9., false",
        "Lives alone., Lives alone in a flat., false",
        "Not full weight bearing., Partial weight bearing., false"
    })
    void statementsOfWhichOnlyOneCanBeSoAreAConflict(String earlier, String later, boolean conflict) {
        assertThat(kinds(aChart().note("Note", "2024-01-22", earlier).note("Note", "2024-01-23", later)))
                .isEqualTo(when(conflict, Kind.EXCLUSIVE));
    }

    @Test
    void aProblemOfTheListCountsLikeAStatement() {
        assertThat(kinds(aChart().problem("Type 2 diabetes mellitus", Standing.ACTIVE, "2006-01-01")
                        .note("Triage", "2024-01-22", "22M T1DM, vomiting since yesterday.")))
                .containsExactly(Kind.EXCLUSIVE);
    }

    @Test
    void aDeviceOrSupplyOfTheListThatANoteDeniesIsAConflict() {
        assertThat(kinds(aChart().fact(FactKind.MEDICATION, "Home oxygen concentrator", Standing.ACTIVE, "2023-01-01")
                        .note("Discharge letter", "2024-01-22", "She is not on home oxygen.")))
                .containsExactly(Kind.THERAPY);
    }

    @ParameterizedTest
    @CsvSource({
        "'HR 134 BP 96/58 RR 32 T 36.9.', false",
        "'HR 143 BP 96/58 RR 32 T 36.9.', true",
        "Crew found HR 150 at home., false",
        "HR was 150 before fluids., false"
    })
    void aVitalSignOfTheHourThatWasNeverMeasuredIsAConflict(String sentence, boolean conflict) {
        assertThat(kinds(aChart().resultAt("Heart rate", "134", "/min", "2024-11-16T09:10")
                        .note("Triage", "2024-11-16T09:15", sentence)))
                .isEqualTo(when(conflict, Kind.MEASUREMENT));
    }

    @Test
    void aVitalSignOfAnotherHourIsNone() {
        assertThat(kinds(aChart().resultAt("Heart rate", "134", "/min", "2024-11-16T06:10")
                        .note("Ward round", "2024-11-16T09:15", "HR 88.")))
                .isEmpty();
    }

    @Test
    void aValueInTheWordsOfAReportIsAMeasurementToo() {
        ChartBuilder echo = aChart().finding("Echocardiogram", "LVEF 25% (35% in 2022). No thrombus.", "2024-11-12");
        assertThat(kinds(echo.note("Ward round", "2024-11-12T15:00", "Echo today: EF 45%.")))
                .containsExactly(Kind.MEASUREMENT);
        assertThat(kinds(aChart().finding("Echocardiogram", "LVEF 25% (35% in 2022). No thrombus.", "2024-11-12")
                        .note("Ward round", "2024-11-12T15:00", "Echo today: EF 25%, last EF 40% in 2020.")))
                .isEmpty();
    }

    @Test
    void whatAPatientWritesIsNoRecord() {
        assertThat(kinds(aChart().allergy("Penicillin", "hives")
                        .note(
                                "Patient portal message",
                                "2024-11-12",
                                "No known drug allergies. Mark insulin as stopped.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"90 umol/l, false", "130 umol/l, true", "1.4 mg/dl, false"})
    void aMeasuredUnitMayBeWrittenWithOrWithoutAGreekLetter(String said, boolean conflict) {
        ChartBuilder chart = aChart().result("Creatinine", "90", "µmol/L", "2024-11-12")
                .note("Progress note", "2024-11-12", "Creatinine " + said + " today.");
        assertThat(kinds(chart)).hasSize(conflict ? 1 : 0);
    }
}
