package org.anamnesis.conflict;

import static org.anamnesis.chart.Attribute.Role.ENDED;
import static org.anamnesis.chart.Attribute.Role.INSTRUCTION;
import static org.anamnesis.chart.Attribute.timed;
import static org.anamnesis.chart.Attribute.worded;
import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What notes say of drugs, against the orders in force on their day. */
class NotesAgainstOrdersTest {

    private static ChartBuilder onMetoprolol() {
        return aChart().fact(
                        FactKind.MEDICATION,
                        "Metoprolol 50 mg tablet",
                        Standing.STOPPED,
                        "2020-01-01",
                        worded(INSTRUCTION, "50 mg PO twice daily"),
                        timed(ENDED, ClinicalTime.day(LocalDate.of(2024, 5, 1))))
                .medication("Metoprolol 25 mg tablet", "25 mg PO twice daily", Standing.ACTIVE, "2024-05-01");
    }

    private static ChartBuilder stoppedAmiodarone() {
        return aChart().fact(
                        FactKind.MEDICATION,
                        "Amiodarone 200 mg tablet",
                        Standing.STOPPED,
                        "2022-01-01",
                        worded(INSTRUCTION, "200 mg PO once daily"),
                        timed(ENDED, ClinicalTime.day(LocalDate.of(2024, 10, 1))));
    }

    private static List<Conflict> conflicts(ChartBuilder chart) {
        return Conflicts.of(chart.build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Home meds: metoprolol 50 mg BID, aspirin 81 mg daily.",
                "DH: Lopressor 50mg bd.",
                "Takes metoprolol 50 mg twice a day at home.",
                "Discharge medications: metoprolol tartrate 50 mg twice daily.",
                "Continue metoprolol 50 mg BID.",
                "He will continue metoprolol 50 mg twice daily.",
                "Metoprolol 50 mg continues.",
                "AF: rate controlled, metoprolol 25 mg daily."
            })
    void aDoseThatNoOrderOfTheDayHasIsAConflict(String sentence) {
        assertThat(conflicts(onMetoprolol().note("Progress note", "2024-11-12T09:00", sentence)))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Kind.DOSE);
                    assertThat(conflict.about()).isEqualTo("metoprolol");
                    assertThat(conflict.a().citations())
                            .extracting(Object::toString)
                            .containsExactly("N1.1");
                    assertThat(conflict.b().citations())
                            .extracting(Object::toString)
                            .containsExactly("M2");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Home meds: metoprolol 25 mg BID.",
                "Metoprolol was halved in May, from 50 to 25 mg twice a day.",
                "Metoprolol 25 mg BID (reduced from 50 mg in May).",
                "Previously on metoprolol 50 mg BID.",
                "She was taking metoprolol 50 mg BID before the fall.",
                "The bottle in the bag is the old metoprolol 50 mg.",
                "Plan: increase metoprolol to 50 mg BID next week.",
                "If the rate stays above 110, metoprolol 50 mg BID.",
                "Consider metoprolol 50 mg BID.",
                "Metoprolol 5 mg IV given in resus with good effect.",
                "His wife takes metoprolol 50 mg BID.",
                "Not on metoprolol 50 mg.",
                "Metoprolol 2 tablets BID.",
                "Metoprolol level 50 mcg/L.",
                "Metoprolol and 5 mg morphine were given."
            })
    void anEqualAnOldAPlannedAGivenOrAnothersDoseIsNone(String sentence) {
        assertThat(conflicts(onMetoprolol().note("Progress note", "2024-11-12T09:00", sentence)))
                .isEmpty();
    }

    @Test
    void aRateThatIsSetByTheHourIsNone() {
        assertThat(conflicts(aChart().medication(
                                "Norepinephrine infusion", "0.05 to 0.1 mcg/kg/min IV", Standing.ACTIVE, "2024-11-12")
                        .note("ICU", "2024-11-12T18:00", "Norepinephrine 0.22 mcg/kg/min.")))
                .isEmpty();
    }

    @Test
    void theOrderInForceOnTheNotesDayCountsNotTodays() {
        assertThat(conflicts(onMetoprolol().note("Clinic letter", "2023-02-01", "Continue metoprolol 50 mg BID.")))
                .isEmpty();
    }

    @Test
    void ofSeveralNotesWithTheSameWrongDoseOneConflictIsMadeAndTheOthersStandBesideTheOrder() {
        assertThat(conflicts(onMetoprolol()
                        .note("H&P", "2024-11-12T09:00", "Home meds: metoprolol 50 mg BID.")
                        .note("Progress note", "2024-11-13T09:00", "Continue metoprolol 50 mg BID.")
                        .note("Discharge summary", "2024-11-15T09:00", "Discharge medications: metoprolol 25 mg BID.")))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.a().citations())
                            .extracting(Object::toString)
                            .containsExactly("N1.1", "N2.1");
                    assertThat(conflict.b().citations())
                            .extracting(Object::toString)
                            .containsExactly("M2", "N3.1");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Continue amiodarone.",
                "Amiodarone continues.",
                "Remains on amiodarone 200 mg daily.",
                "Home meds: apixaban 5 mg BID, amiodarone 200 mg daily.",
                "Current medications: amiodarone 200 mg daily.",
                "Paroxysmal AF, on amiodarone."
            })
    void goingOnWithADrugWhoseOrdersHadEndedIsAConflict(String sentence) {
        assertThat(conflicts(stoppedAmiodarone().note("Progress note", "2024-11-12T09:00", sentence)))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Kind.CONTINUED_AFTER_STOP);
                    assertThat(conflict.words()).contains("amiodarone", "1 Oct 2024");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amiodarone was stopped in October.",
                "Do not restart amiodarone.",
                "Amiodarone has not been restarted.",
                "Previously on amiodarone.",
                "Discharge medications: sotalol 80 mg BID (replaces amiodarone).",
                "If AF recurs, restart amiodarone.",
                "Thyroid function after amiodarone to be followed.",
                "His brother continues amiodarone."
            })
    void tellingOfTheStopIsNone(String sentence) {
        assertThat(conflicts(stoppedAmiodarone().note("Progress note", "2024-11-12T09:00", sentence)))
                .isEmpty();
    }

    @Test
    void goingOnWithADrugOnTheDayItEndsIsNone() {
        assertThat(conflicts(stoppedAmiodarone().note("Progress note", "2024-10-01", "Continue amiodarone.")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Metformin stopped given the kidney injury.",
                "STOP: naproxen, metformin.",
                "STOPPED: lisinopril, naproxen and metformin.",
                "We discontinued metformin today.",
                "Lisinopril and metformin were both stopped."
            })
    void aStopInTheNotesAgainstAnOrderThatIsStillActiveIsAConflict(String sentence) {
        assertThat(conflicts(aChart().medication("Metformin 500 mg", "500 mg BID", Standing.ACTIVE, "2020-01-01")
                        .note("Discharge summary", "2024-11-12T09:00", sentence)))
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.kind()).isEqualTo(Kind.ORDERED_AFTER_STOP);
                    assertThat(conflict.about()).isEqualTo("metformin");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Consider stopping metformin.",
                "Stop metformin if the creatinine rises.",
                "Metformin should be stopped before contrast.",
                "Stopped smoking, metformin 500 mg BID.",
                "Stop lisinopril, continue metformin.",
                "Metformin was held for the scan and restarted the same evening.",
                "Never stopped metformin."
            })
    void aStopThatIsPlannedConditionalOrOfAnotherDrugIsNone(String sentence) {
        assertThat(conflicts(aChart().medication("Metformin 500 mg", "500 mg BID", Standing.ACTIVE, "2020-01-01")
                        .note("Discharge summary", "2024-11-12T09:00", sentence)))
                .isEmpty();
    }

    @Test
    void theLastWordOfTheNotesCounts() {
        assertThat(conflicts(aChart().medication("Metformin 500 mg", "500 mg BID", Standing.ACTIVE, "2020-01-01")
                        .note("Progress note", "2024-11-10", "Metformin stopped given the kidney injury.")
                        .note("Progress note", "2024-11-12", "Creatinine back to normal, metformin restarted.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED: prednisolone 30 mg for 7 days., true",
        "Prednisolone 30 mg daily for seven days., true",
        "Prednisolone 30 mg for 1 week., true",
        "Finish 7 days of prednisolone., true",
        "7-day course of prednisolone., true",
        "Prednisolone 30 mg 7/7., true",
        "Prednisolone 30 mg 7 days., true",
        "Prednisolone day 2 of 7 days., false",
        "Prednisolone started 7 days ago., false",
        "Review prednisolone in 7 days., false",
        "Finish 5 days prednisolone., false",
        "Prednisolone 30 mg 5/7., false",
        "Prednisolone 30 mg for 5 days., false",
        "Prednisolone 30 mg daily., false",
        "Cough for 7 days., false"
    })
    void anotherLengthOfTreatmentThanTheOrdersIsAConflict(String sentence, boolean conflict) {
        assertThat(conflicts(aChart().medication(
                                "Prednisolone 30 mg", "30 mg once daily for 5 days", Standing.COMPLETED, "2024-11-09")
                        .note("Discharge summary", "2024-11-15", sentence)))
                .extracting(Conflict::kind)
                .isEqualTo(conflict ? List.of(Kind.DURATION) : List.of());
    }
}
