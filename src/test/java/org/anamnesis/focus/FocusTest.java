package org.anamnesis.focus;

import static org.anamnesis.focus.WardChart.aWard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class FocusTest {

    /** Two hospital stays, the second one with an emergency and an intensive care part, and an emergency visit alone. */
    private static final Chart CHART = aWard().stay(
                    "first",
                    "2150-03-01T10:00",
                    "2150-03-05T12:00",
                    WardChart.of(Role.ADMITTED_FROM, "PHYSICIAN REFERRAL"))
            .stay("second", "2151-05-10T20:00", "2151-05-20T12:00", WardChart.of(Role.ADMITTED_FROM, "EMERGENCY ROOM"))
            .emergency("door", Optional.of("second"), "2151-05-10T15:00", "2151-05-10T20:00")
            .intensive("unit", "second", "2151-05-11T08:00", "2151-05-14T08:00")
            .emergency("alone", Optional.empty(), "2150-09-09T01:00", "2150-09-09T05:00")
            .in("first")
            .order("Furosemide", "PO", "2150-03-01T11:00", "FURO40")
            .order("Insulin", "SC", "2150-03-02T09:00")
            .diagnosis("Gout, unspecified")
            .procedure("Spinal tap", "2150-03-02T00:00")
            .in("second")
            .order("Furosemide", "IV", "2151-05-10T21:00", "FURO40I")
            .order("Insulin Glargine", "SC", "2151-05-12T09:00")
            .orderFor("Warfarin", "2151-05-13T07:00", "2151-05-16T18:00", "2151-05-20T12:00")
            .mix("Vancomycin + Dextrose", "2151-05-14T10:00", "Vancomycin", "Dextrose 5%")
            .diagnosis("Acute kidney failure, unspecified")
            .lab("Potassium", "5.9", "mmol/L", "2151-05-10T22:00")
            .lab("Potassium", "3.1", "mmol/L", "2151-05-12T06:00")
            .lab("Potassium, Whole Blood", "4.0", "mmol/L", "2151-05-13T06:00")
            .in("unit")
            .output("Foley", "120", "2151-05-11T09:00")
            .output("Foley", "80", "2151-05-11T10:00")
            .output("OR Urine", "300", "2151-05-11T11:00")
            .given("Furosemide", "2151-05-11T12:00")
            .procedure("18 Gauge", "2151-05-11T08:30")
            .pressure("81", "38", "2151-05-11T13:00")
            .pressure("121", "78", "2151-05-12T13:00")
            .outside()
            .sex("female")
            .allergy("Penicillin")
            .plan("Heart failure clinic", Standing.PLANNED, "2151-07-10T10:00")
            .build();

    private static Choice choose(String question) {
        return new Focus(CHART).choose(new Question(question, CHART.asOf()));
    }

    private static List<String> ids(String question) {
        return choose(question) instanceof Choice.Chosen chosen
                ? chosen.ids().stream().map(CitationId::toString).toList()
                : List.of();
    }

    @Test
    void findsOrdersByNameWhereDosesGivenHaveTheSameName() {
        assertThat(ids("How often was furosemide prescribed?")).containsExactly("M1", "M3");
        assertThat(ids("When was the last intake of furosemide?")).containsExactly("M7");
    }

    @Test
    void findsAnOrderByTheFormularysCode() {
        assertThat(ids("When was FURO40I last prescribed to patient 900017?")).containsExactly("M3");
    }

    @Test
    void findsAMixByItsIngredient() {
        assertThat(ids("Has vancomycin been ordered?")).containsExactly("M6");
    }

    @Test
    void findsSeveralNamesDividedByOr() {
        assertThat(ids("Was warfarin, aspirin, or insulin glargine prescribed?"))
                .containsExactly("M4", "M5");
    }

    @Test
    void putsTheVeryNameBeforeLongerOnes() {
        assertThat(ids("How much insulin was prescribed?")).containsExactly("M2", "M4");
        assertThat(ids("Was insulin glargine prescribed?")).containsExactly("M4");
    }

    @Test
    void takesARouteAsWhatMustHold() {
        assertThat(ids("What was first prescribed via the SC route?")).containsExactly("M2");
        assertThat(ids("Which drug was prescribed through the TD route?")).isEmpty();
    }

    @Test
    void knowsThatAnOrderIsWrittenAtOneTimeAndBeginsAtAnother() {
        assertThat(ids("What was the last drug prescribed?")).contains("M6", "M5");
        assertThat(ids("Was warfarin prescribed since 15/05/2151?")).containsExactly("M5");
    }

    @Test
    void bindsToTheFirstAndTheLastStay() {
        assertThat(ids("Was furosemide prescribed in the first hospital visit?"))
                .containsExactly("M1");
        assertThat(ids("What diagnoses were made during the last hospital encounter?"))
                .containsExactly("C2");
        assertThat(ids("Was gout diagnosed during the current admission?")).isEmpty();
        assertThat(ids("Which drugs were prescribed before the last admission?"))
                .containsExactly("M1", "M2");
    }

    @Test
    void countsByTheStayAFactIsFiledUnderAndByTimeWhereItIsFiledUnderTheWholeStay() {
        assertThat(ids("What was the last potassium on the last ICU visit?"))
                .contains("L2", "L3")
                .doesNotContain("L1");
        assertThat(ids("What was the total output in the last ICU stay?")).containsExactly("L4", "L5", "L6");
    }

    @Test
    void tellsHospitalEmergencyAndIntensiveCareStaysApart() {
        assertThat(ids("How many hospital visits were there?")).containsExactly("E1", "E2");
        assertThat(ids("Count the ICU visits during the last hospital encounter."))
                .containsExactly("E4");
        assertThat(ids("What was the length of the last ICU stay?")).containsExactly("E4");
        assertThat(ids("Has the patient been to the e.r.?"))
                .contains("E3", "E5", "E2")
                .doesNotContain("E1");
        assertThat(ids("When did the patient first leave the hospital?")).containsExactly("E1");
    }

    @Test
    void findsAnAdmissionByWhereItCameFrom() {
        assertThat(ids("When was the last admission via EMERGENCY ROOM?")).containsExactly("E2");
        assertThat(ids("When did she enter the hospital through physician referral?"))
                .containsExactly("E1");
    }

    @Test
    void ranksByTimeNotByTheOrderOfTheChart() {
        assertThat(ids("What was the first potassium?")).contains("L1");
        assertThat(ids("What was the second to last Foley output?")).containsExactly("L4");
        assertThat(ids("When was the last Foley output?")).containsExactly("L5");
    }

    @Test
    void findsTheHighestAndTheLowestValueAndThatOfAPanelsPart() {
        assertThat(ids("What was the highest potassium?")).contains("L1").doesNotContain("L2");
        assertThat(ids("What was the minimum systolic blood pressure?")).containsExactly("V1");
        assertThat(ids("When was the diastolic blood pressure greater than 50?"))
                .containsExactly("V2");
    }

    @Test
    void takesAnOutputCalledOrUrineForAName() {
        assertThat(ids("What was the total or urine output?")).containsExactly("L6");
    }

    @Test
    void looksOnlyAtWhatHadHappenedByTheNowThatIsAssumed() {
        assertThat(ids("How many drugs were prescribed since 2150? Assume the current time is 2150-12-31 23:59:00."))
                .containsExactly("M1", "M2");
    }

    @Test
    void showsPlansThatLieAhead() {
        assertThat(ids("Which appointments are scheduled?")).containsExactly("S1");
    }

    @Test
    void answersWhoThePatientIs() {
        assertThat(ids("Is the patient male or female?")).containsExactly("D1");
        assertThat(choose("When was I born?").values()).contains("2080-02-03");
    }

    @Test
    void givesTheAllergiesForADrugTheyDoNotName() {
        assertThat(ids("Is she allergic to sulfa?")).containsExactly("A1");
    }

    @Test
    void understandsAbbreviationsAndClasses() {
        assertThat(ids("What was the last K?")).contains("L2");
        assertThat(ids("Which anticoagulants were prescribed?")).containsExactly("M5");
    }

    @Test
    void saysWhatItLookedForWhereThereIsNothing() {
        Choice choice = choose("Was clopidogrel prescribed in 04/2151 during the last hospital stay?");
        assertThat(choice).isInstanceOf(Choice.NothingFound.class);
        assertThat(choice.searched())
                .containsExactly(
                        "prescriptions",
                        "named clopidogrel",
                        "from 2151-04-01 until 2151-04-30",
                        "during the last hospital stay");
        assertThat(choice.values()).containsExactly("false", "0");
    }

    @Test
    void takesNoOtherDrugForOneThatIsNotThere() {
        assertThat(choose("Was insulin aspart prescribed?")).isInstanceOf(Choice.NothingFound.class);
        assertThat(choose("Did the patient undergo a spinal fusion procedure?"))
                .isInstanceOf(Choice.NothingFound.class);
    }

    @Test
    void readsTheBeginningOfATextThatIsNoQuestion() {
        String text = "Which antibiotics, steroids, opioids and anticoagulants were given? ".repeat(2_000);
        assertThat(choose(text).searched()).isNotEmpty();
    }

    @Test
    void neverFindsByThePatientsOwnNumber() {
        Choice choice = choose("What is known of 900017?");
        assertThat(choice.searched()).noneMatch(words -> words.contains("900017"));
    }
}
