package org.anamnesis.triage;

import static org.anamnesis.triage.Desk.level;
import static org.anamnesis.triage.Desk.levelled;
import static org.anamnesis.triage.Desk.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision points A to D, each with its evidence; and that nothing missing is taken for normal. */
class TriageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cardiac arrest",
                "Unresponsive",
                "Intubated, transfer",
                "Respiratory distress",
                "Anaphylaxis",
                "Actively seizing",
                "GSW to chest",
                "Choking on food",
                "Trauma activation",
                "Crowning, baby coming",
                "Arterial bleed, tourniquet on",
                "Hives, throat swelling, SOB after nuts"
            })
    void someComplaintsNeedALifeSavingInterventionAtOnce(String complaint) {
        assertThat(level(somebody(complaint, 40, "female"))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Chest pain, 45, male",
        "R facial droop, 70, male",
        "Suicidal ideation, 30, female",
        "Overdose, 30, female",
        "Worst headache of life, 35, female",
        "Testicular pain, 17, male",
        "Hematemesis, 50, male",
        "Abd pain, 70, female",
        "Syncope, 25, male",
        "Confusion, 80, female",
        "Seizure, 30, male",
        "Cold leg, 66, male",
        "Vision loss, 50, female",
        "Neutropenic fever, 55, male",
        "Sickle cell crisis, 20, female",
        "Head injury, 30, male",
        "Button battery swallowed, 3, male",
        "ETOH, 40, male",
        "'Abd pain, vaginal bleeding', 25, female",
        "'32 wks pregnant, headache', 28, female",
        "Weakness, 60, female",
        "Missed dialysis, 60, male",
        "Necrotizing fasciitis, 50, male",
        "Fever, 72, female",
        "DKA, 22, male",
        "Cauda equina, 44, male",
        "Transfer, 50, male"
    })
    void highRiskSituationsAreLevelTwo(String complaint, int age, String sex) {
        assertThat(level(somebody(complaint, age, sex))).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Abd pain, 40, male",
        "'N/V/D', 35, female",
        "Lower back pain, 45, male",
        "Flank pain, 40, male",
        "Cellulitis, 50, female",
        "Leg swelling, 60, male",
        "L knee pain, 70, female",
        "Cough, 30, male",
        "Chest pain, 20, female"
    })
    void manyResourcesWithoutDangerAreLevelThree(String complaint, int age, String sex) {
        assertThat(level(somebody(complaint, age, sex))).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "Ankle sprain, 4",
        "Finger laceration, 4",
        "Dog bite, 4",
        "UTI, 4",
        "Sore throat, 5",
        "Medication refill, 5",
        "Suture removal, 5",
        "Rash, 5"
    })
    void fewResourcesWithAllVitalSignsKnownAreFourAndFive(String complaint, int expected) {
        assertThat(level(somebody(complaint, 25, "female"))).isEqualTo(expected);
    }

    @Test
    void withoutTheVitalSignsOfPointDNothingIsLessUrgentThanThree() {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age("25")
                .sex("female")
                .arrival("WALK IN")
                .complaint("Sore throat")
                .heartRate("70")
                .pain("1");
        assertThat(level(visit)).isEqualTo(3);
        assertThat(levelled(visit).points().getLast().answer()).isEqualTo(Answer.OPEN);
        assertThat(levelled(visit).reasons().getFirst().evidence().getFirst().text())
                .isEqualTo("missing: respiratory rate, SpO2");
    }

    @Test
    void twoComplaintsOfOneResourceEachAreMany() {
        assertThat(level(somebody("Ankle sprain, finger laceration", 25, "male")))
                .isEqualTo(3);
    }

    @Test
    void anUnknownComplaintCountsAsManyResourcesAndIsNamed() {
        Acuity.Levelled acuity = levelled(somebody("xyzzy", 25, "male"));
        assertThat(acuity.level()).isEqualTo(Level.URGENT);
        assertThat(acuity.notUnderstood()).extracting(Told::text).containsExactly("xyzzy");
    }

    @Test
    void whereNeitherComplaintNorVitalSignsAreKnownNoLevelIsMadeUp() {
        Acuity acuity = Triage.acuity(ReportedVisit.at(Desk.NOW)
                .age("50")
                .sex("male")
                .arrival("WALK IN")
                .visit());
        assertThat(acuity).isInstanceOf(Acuity.Undetermined.class);
        assertThat(acuity.missing()).extracting(missing -> missing.name()).contains("chief complaint", "heart rate");
    }

    @Test
    void whoIsBroughtInWithoutAnyVitalSignIsNotTakenForStable() {
        ReportedVisit brought = ReportedVisit.at(Desk.NOW)
                .age("50")
                .sex("male")
                .arrival("AMBULANCE")
                .complaint("Back pain");
        assertThat(level(brought)).isEqualTo(2);
        ReportedVisit bleed = ReportedVisit.at(Desk.NOW)
                .age("50")
                .sex("male")
                .arrival("AMBULANCE")
                .complaint("ICH");
        assertThat(level(bleed)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "saturation, 84, 1",
        "saturation, 90, 2",
        "saturation, 95, 3",
        "rate, 38, 1",
        "rate, 6, 1",
        "rate, 22, 2",
        "rate, 20, 3",
        "pulse, 185, 1",
        "pulse, 38, 2",
        "pulse, 104, 2",
        "pulse, 100, 3",
        "temperature, 31, 1",
        "temperature, 40.2, 2",
        "temperature, 38.2, 3"
    })
    void vitalSignsAloneDecideWhereTheyAreInDanger(String sign, String value, int expected) {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age("40")
                .sex("male")
                .arrival("WALK IN")
                .complaint("Leg swelling")
                .pain("2");
        visit.temperature(sign.equals("temperature") ? value : "37", "C")
                .heartRate(sign.equals("pulse") ? value : "80")
                .respiratoryRate(sign.equals("rate") ? value : "16")
                .saturation(sign.equals("saturation") ? value : "98")
                .pressure("125", "80");
        assertThat(level(visit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "85, 2", "100, 2", "101, 3"})
    void aLowSystolicPressureDecides(String systolic, int expected) {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age("40")
                .sex("male")
                .complaint("Back pain")
                .temperature("37", "C")
                .heartRate("60")
                .respiratoryRate("16")
                .saturation("98")
                .pressure(systolic, "60")
                .pain("2");
        assertThat(level(visit)).isEqualTo(expected);
    }

    /** The limits of decision point D by age, and one below each. */
    @ParameterizedTest
    @CsvSource({
        "1, 165, 38, 2",
        "1, 158, 38, 3",
        "5, 145, 28, 2",
        "5, 138, 28, 3",
        "5, 120, 32, 2",
        "12, 104, 18, 2",
        "12, 98, 18, 3"
    })
    void theDangerZoneOfChildrenIsThatOfTheirAge(int age, String pulse, String rate, int expected) {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age(String.valueOf(age))
                .sex("male")
                .arrival("WALK IN")
                .complaint("Vomiting")
                .temperature("37", "C")
                .heartRate(pulse)
                .respiratoryRate(rate)
                .saturation("98")
                .pressure("100", "60")
                .pain("0");
        assertThat(level(visit)).isEqualTo(expected);
    }

    @Test
    void anAnticoagulantMakesAFallOfAnOldPersonHighRisk() {
        ReportedVisit without = somebody("s/p fall", 70, "male").medicine("Lisinopril 10 mg");
        ReportedVisit with = somebody("s/p fall", 70, "male").medicine("Apixaban 5 mg");
        assertThat(level(without)).isEqualTo(3);
        Acuity.Levelled acuity = levelled(with);
        assertThat(acuity.level()).isEqualTo(Level.EMERGENT);
        Reason reason = acuity.reasons().getFirst();
        assertThat(reason.rule()).isEqualTo("B204");
        assertThat(reason.evidence())
                .extracting(Evidence::text)
                .contains("\"s/p fall\"", "anticoagulant Apixaban 5 mg");
        assertThat(reason.citations()).isNotEmpty();
    }

    @Test
    void aMedicineThatTheComplaintNamesCounts() {
        assertThat(level(somebody("s/p fall, on coumadin", 70, "male").medicine("Lisinopril 10 mg")))
                .isEqualTo(2);
        assertThat(level(
                        somebody("s/p fall, not on anticoagulation", 70, "male").medicine("Lisinopril 10 mg")))
                .isEqualTo(3);
    }

    @Test
    void aFeverWithWeakenedDefenceIsHighRisk() {
        ReportedVisit visit = somebody("Cough", 40, "male")
                .history("Kidney transplant recipient")
                .temperature("38.4", "C");
        assertThat(levelled(visit).reasons()).extracting(Reason::rule).contains("B157");
    }

    @Test
    void aRuleThatOnlyTheHistoryDecidesIsListedAsOpen() {
        Acuity.Levelled acuity = levelled(somebody("Fever", 40, "male"));
        assertThat(acuity.level()).isEqualTo(Level.URGENT);
        assertThat(acuity.points().get(Point.B.ordinal()).open()).anySatisfy(open -> {
            assertThat(open.rule()).isEqualTo("B156");
            assertThat(open.missing().getFirst().sentence()).contains("not-asked");
        });
    }

    @Test
    void aSaturationWithinAPrescribedTargetIsNotInDanger() {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age("70")
                .sex("male")
                .arrival("WALK IN")
                .complaint("Knee pain")
                .temperature("37", "C")
                .heartRate("80")
                .respiratoryRate("16")
                .saturation("90")
                .pressure("125", "80")
                .pain("2");
        assertThat(level(visit)).isEqualTo(2);
        assertThat(level(visit.history("Chronic hypercapnia, target SpO2 88-92%")))
                .isEqualTo(3);
    }

    @Test
    void severePainIsForTheNurseToJudgeUnlessItIsOfADangerousKind() {
        assertThat(level(somebody("Lower back pain", 40, "male").pain("9"))).isEqualTo(3);
        assertThat(level(somebody("Flank pain", 40, "male").pain("9"))).isEqualTo(2);
        assertThat(level(somebody("Eye pain, eye injury", 40, "male").pain("9")))
                .isEqualTo(2);
    }

    @Test
    void anImplausibleValueIsShownAndDecidesNothing() {
        Acuity.Levelled acuity = levelled(ReportedVisit.at(Desk.NOW)
                .age("30")
                .sex("male")
                .arrival("WALK IN")
                .complaint("Back pain")
                .temperature("3.7", "C")
                .heartRate("80")
                .respiratoryRate("16")
                .saturation("970")
                .pressure("125", "80")
                .pain("13"));
        assertThat(acuity.refused()).extracting(refusal -> refusal.text()).contains("3.7 °C", "970%", "13");
        assertThat(acuity.missing())
                .extracting(missing -> missing.name())
                .contains("temperature", "SpO2", "pain score");
    }

    @ParameterizedTest
    @CsvSource({"ett, 1", "Critical, 1", "UA, 3", "unable, 3"})
    void wordsInsteadOfAPainScoreAreUnderstood(String pain, int expected) {
        ReportedVisit visit = ReportedVisit.at(Desk.NOW)
                .age("40")
                .sex("male")
                .arrival("WALK IN")
                .complaint("Back pain")
                .temperature("37", "C")
                .heartRate("80")
                .respiratoryRate("16")
                .saturation("98")
                .pressure("125", "80")
                .pain(pain);
        assertThat(level(visit)).isEqualTo(expected);
    }

    @Test
    void everyReasonHasItsRuleItsEvidenceAndItsSourceAndNamesAnOptionForReview() {
        Acuity.Levelled acuity = levelled(somebody("Chest pain, SOB", 60, "male"));
        assertThat(acuity.points()).hasSize(4);
        assertThat(acuity.points().stream().flatMap(point -> point.reasons().stream()))
                .allSatisfy(reason -> {
                    assertThat(reason.evidence()).isNotEmpty();
                    assertThat(reason.citations()).isNotEmpty();
                    assertThat(reason.why()).isNotBlank();
                    assertThat(reason.review()).isNotBlank();
                });
        assertThat(acuity.rules()).contains("red flags 1.0.0");
    }
}
