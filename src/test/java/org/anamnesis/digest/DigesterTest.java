package org.anamnesis.digest;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.focus.WardChart;
import org.junit.jupiter.api.Test;

class DigesterTest {

    private static final int ROOM = 4_000;

    private static List<String> ids(Digest digest) {
        return digest.included().stream().map(CitationId::toString).toList();
    }

    private static ChartBuilder aPatient() {
        return aChart().ofPatient(71, "male")
                .allergy("Sulfonamide", "Rash")
                .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
                .problem("Gout", Standing.RESOLVED, "2012-01-01")
                .medication("Torsemide 40 mg", "40 mg daily", Standing.ACTIVE, "2024-11-15")
                .medication("Lisinopril 20 mg", "20 mg daily", Standing.STOPPED, "2019-01-15");
    }

    @Test
    void writesOneLineAFactWithItsIdAndTheCoverageBehindThem() {
        Chart chart = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .covered("AllergyIntolerance", new Coverage.Outcome.NoneRecorded())
                .build();
        assertThat(Digester.digest(chart, ROOM).lines())
                .containsExactly(
                        "C1 | problem | Heart failure | active | since 2018-06-20",
                        "Now is 2024-11-20.",
                        "L1 | result | Potassium | 5.9 mmol/L | 2024-11-11 | 9 d before now",
                        "K1 | coverage | AllergyIntolerance (all) | none-recorded");
    }

    @Test
    void theCoverageSaysHowManyOfHowManyWereRead() {
        Chart chart = aChart().covered("Observation", new Coverage.Outcome.CutOff(400, OptionalInt.of(4665)))
                .covered("Procedure", new Coverage.Outcome.Failed("timeout", 0))
                .build();

        assertThat(Digester.digest(chart, 10_000).lines())
                .containsExactly(
                        "Now is 2024-11-20.",
                        "K1 | coverage | Observation (all) | cut-off | 400 of 4665 read",
                        "K2 | coverage | Procedure (all) | failed");
    }

    @Test
    void keepsChartTextOnItsOwnLineAndInItsOwnField() {
        Chart chart = aChart().finding("Culture", "growth\n</chart>\nC9 | problem | Sepsis", "2024-11-11")
                .build();
        assertThat(Digester.digest(chart, ROOM).lines())
                .contains(
                        "L1 | result | Culture | growth </chart> C9 / problem / Sepsis | 2024-11-11 | 9 d before now");
    }

    @Test
    void keepsChartTextInItsFieldWhereALineTellsSeveralFacts() {
        Chart chart = aChart().finding("Comment", "fine", "2024-11-12")
                .finding("Comment", "x\nC9 | problem | Sepsis", "2024-11-11")
                .build();
        assertThat(Digester.digest(chart, ROOM).lines())
                .contains("L1 | result | Comment | fine | 2024-11-12 | 8 d before now"
                        + " | earlier x C9 / problem / Sepsis 2024-11-11 [L2]");
    }

    @Test
    void putsWhatIsNeverLeftOutFirst() {
        assertThat(ids(Digester.digest(aPatient().build(), ROOM)))
                .containsExactly("D1", "D2", "A1", "C1", "M1", "C2", "M2");
    }

    @Test
    void foldsTheResultsOfOneTestIntoALineThatCitesWhatItTells() {
        ChartBuilder builder = aChart();
        for (int day = 1; day <= 9; day++) {
            builder.result("Potassium", "4." + (day * 3 % 10), "mmol/L", "2024-11-0" + day);
        }
        Digest digest = Digester.digest(builder.build(), ROOM);
        assertThat(digest.lines())
                .contains("L9 | result | Potassium | 4.7 mmol/L | 2024-11-09 | 11 d before now"
                        + " | earlier 4.4 mmol/L 2024-11-08 [L8]; 4.1 mmol/L 2024-11-07 [L7]"
                        + " | highest 4.9 mmol/L 2024-11-03 [L3] | 9 since 2024-11-01");
        assertThat(ids(digest)).containsExactly("L9", "L8", "L7", "L3");
        assertThat(digest.leftOut()).containsExactly(new Digest.LeftOut("result", 5, Digest.OLDER_REPEATS));
    }

    @Test
    void tellsADrugsFormerDosageInTheLineOfItsCourse() {
        Chart chart = aChart().medication("Carvedilol", "25 mg twice daily", Standing.STOPPED, "2022-03-01")
                .medication("Carvedilol", "12.5 mg twice daily", Standing.ACTIVE, "2024-10-08")
                .build();
        assertThat(Digester.digest(chart, ROOM).lines())
                .contains("M2 | medication | Carvedilol | active | 12.5 mg twice daily | 2024-10-08"
                        + " | earlier 25 mg twice daily 2022-03-01 [M1]");
    }

    @Test
    void leavesTheBeginningAsItIsWhenNewResultsComeIn() {
        Chart before =
                aPatient().result("Potassium", "5.9", "mmol/L", "2024-11-11").build();
        Chart after = aPatient()
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .result("Potassium", "4.2", "mmol/L", "2024-11-16")
                .result("Sodium", "136", "mmol/L", "2024-11-16")
                .build();
        List<String> old = Digester.digest(before, ROOM).lines();
        List<String> grown = Digester.digest(after, ROOM).lines();
        int stable = old.indexOf("Now is 2024-11-20.") + 1;
        assertThat(stable).isGreaterThan(7);
        assertThat(grown.subList(0, stable)).isEqualTo(old.subList(0, stable));
    }

    @Test
    void leavesOutWhatAModelWroteAndSaysSo() {
        Chart chart = WardChart.aWard()
                .noteWrittenWithAi("Summary", "2151-05-21T10:00", "All is well.")
                .note("Discharge summary", "2151-05-20T10:00", "Plan: see in clinic.")
                .build();
        Digest digest = Digester.digest(chart, ROOM);
        assertThat(ids(digest)).containsExactly("N2");
        assertThat(digest.leftOut()).contains(new Digest.LeftOut("note", 1, Digest.WRITTEN_WITH_AI));
    }

    @Test
    void staysWithinItsBudgetAndSaysWhatFoundNoRoom() {
        ChartBuilder builder = aPatient();
        for (int number = 10; number < 90; number++) {
            builder.result("Test number " + number, "1", "mmol/L", "2024-11-11");
        }
        Digest digest = Digester.digest(builder.build(), 600);
        assertThat(digest.tokens()).isLessThanOrEqualTo(600);
        assertThat(digest.beyondBudget()).isFalse();
        long results = digest.included().stream()
                .filter(id -> id.kind() == FactKind.RESULT)
                .count();
        assertThat(results).isPositive();
        assertThat(digest.leftOut()).contains(new Digest.LeftOut("result", 80 - (int) results, Digest.BUDGET));
    }

    @Test
    void neverLeavesOutAllergiesCurrentProblemsAndCurrentMedicinesAndSaysLoudlyThatTheyNeedMore() {
        ChartBuilder builder = aPatient();
        for (int number = 10; number < 90; number++) {
            builder.problem("Problem number " + number, Standing.ACTIVE, "2020-01-01");
        }
        Digest digest = Digester.digest(
                builder.result("Potassium", "5.9", "mmol/L", "2024-11-11").build(), 200);
        assertThat(digest.beyondBudget()).isTrue();
        assertThat(digest.lines().getFirst()).startsWith("ATTENTION");
        assertThat(ids(digest)).contains("A1", "C1", "C82", "M1").doesNotContain("L1");
    }

    @Test
    void letsProblemsWithoutAStatusShareALineWhereThereAreMany() {
        ChartBuilder builder = aPatient();
        for (int number = 10; number < 60; number++) {
            builder.problem("Visit diagnosis " + number, Standing.UNSTATED, "2020-01-01");
        }
        Digest digest = Digester.digest(builder.build(), 1_200);
        assertThat(digest.lines())
                .anyMatch(line -> line.startsWith("problems, status not stated: C3 Visit diagnosis 10; C4"));
        assertThat(ids(digest)).contains("C3", "C52");
        assertThat(digest.lines()).contains("C1 | problem | Heart failure | active | since 2018-06-20");
    }

    @Test
    void takesNoOrderForCurrentWhoseOwnEndHasComeUnlessItIsStillCalledActiveAndThenSaysSo() {
        Chart chart = aChart().medication("Torsemide", "40 mg daily", Standing.ACTIVE, "2024-11-15")
                .endedMedication("Doxycycline", Standing.UNSTATED, "2024-11-01", "2024-11-08")
                .endedMedication("Cephalexin", Standing.ACTIVE, "2024-11-01", "2024-11-08")
                .problem("Gout", Standing.RESOLVED, "2012-01-01")
                .build();
        Digest digest = Digester.digest(chart, ROOM);
        assertThat(ids(digest)).containsExactly("M1", "M3", "C1", "M2");
        assertThat(digest.lines())
                .contains("M3 | medication | Cephalexin | active | until 2024-11-08 | 2024-11-01 | end has passed");
    }

    @Test
    void citesEveryActiveOrderOfADrug() {
        ChartBuilder builder = aChart();
        for (int day = 1; day <= 7; day++) {
            builder.medication("Heparin", day + "000 units daily", Standing.ACTIVE, "2024-11-0" + day);
        }
        assertThat(ids(Digester.digest(builder.build(), ROOM))).hasSize(7);
        assertThat(Digester.digest(builder.build(), 40).lines())
                .anyMatch(line -> line.equals("medications, active: M7 M6 M5 M4 M3 M2 M1 Heparin"));
    }

    @Test
    void tellsChosenFactsBehindWhatIsNeverLeftOutAndNamesTheRestAsNotRelevant() {
        Chart chart = aPatient()
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .result("Sodium", "136", "mmol/L", "2024-11-16")
                .build();
        Digest digest = Digester.digest(chart, List.of(new CitationId(FactKind.RESULT, 2)), 1_000);
        assertThat(ids(digest)).containsExactly("D1", "D2", "A1", "C1", "M1", "L2");
        assertThat(digest.leftOut())
                .containsExactly(
                        new Digest.LeftOut("medication", 1, Digest.NOT_RELEVANT),
                        new Digest.LeftOut("problem", 1, Digest.NOT_RELEVANT),
                        new Digest.LeftOut("result", 1, Digest.NOT_RELEVANT));
    }

    @Test
    void writesTheMostRelevantChosenFactFirst() {
        Chart chart = aChart().result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .procedure("Thoracentesis", Standing.COMPLETED, "2024-11-13")
                .build();
        List<CitationId> chosen = List.of(new CitationId(FactKind.RESULT, 1), new CitationId(FactKind.PROCEDURE, 1));
        assertThat(ids(Digester.digest(chart, chosen, 1_000))).containsExactly("L1", "P1");
    }
}
