package org.anamnesis.digest;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.focus.WardChart;
import org.junit.jupiter.api.Test;

/** What each section of a digest tells, and in which order. */
class SectionsOfADigestTest {

    private static final int ROOM = 4_000;

    private static List<String> lines(Chart chart) {
        return Digester.digest(chart, ROOM).lines();
    }

    private static List<String> ids(Digest digest) {
        return digest.included().stream().map(CitationId::toString).toList();
    }

    private static ChartBuilder oneOfEach() {
        return aChart().ofPatient(71, "male")
                .fact(FactKind.VITAL, "Chest drain output seen", Standing.FINAL, "2024-11-19")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .noteUnder("Plan", "2024-11-19", "Stop torsemide.")
                .plan("Cardiology in a week", Standing.PLANNED, "2024-11-27")
                .encounter("Admission", "2024-11-01")
                .medication("Lisinopril 20 mg", "20 mg daily", Standing.STOPPED, "2019-01-15")
                .procedure("Thoracentesis", Standing.COMPLETED, "2024-11-13")
                .fact(FactKind.IMMUNIZATION, "Influenza", Standing.COMPLETED, "2023-10-01")
                .problem("Gout", Standing.RESOLVED, "2012-01-01")
                .fact(FactKind.DEVICE, "Pacemaker", Standing.ACTIVE, "2020-01-01")
                .fact(FactKind.SOCIAL, "Lives alone", Standing.FINAL, "2020-01-01")
                .relative("Colon cancer", "father")
                .fact(FactKind.DIRECTIVE, "Do not resuscitate", Standing.ACTIVE, "2024-11-01")
                .allergy("Sulfonamide", "Rash");
    }

    @Test
    void everyKindOfFactHasItsPlaceAndWhatChangesRarelyComesFirst() {
        assertThat(ids(Digester.digest(oneOfEach().build(), ROOM)))
                .containsExactly(
                        "D1", "D2", "G1", "A1", "F1", "H1", "X1", "C1", "I1", "P1", "M1", "E1", "S1", "N1", "L1", "V1",
                        "N1.1");
    }

    @Test
    void aDirectiveIsNeverLeftOut() {
        ChartBuilder builder = oneOfEach();
        for (int number = 10; number < 90; number++) {
            builder.problem("Problem number " + number, Standing.ACTIVE, "2020-01-01");
        }
        assertThat(ids(Digester.digest(builder.build(), 100))).contains("G1");
    }

    @Test
    void aVaccinationGivenYearByYearIsToldOnceWithTheEarlierOnes() {
        Chart chart = aChart().fact(FactKind.IMMUNIZATION, "Influenza", Standing.COMPLETED, "2019-10-01")
                .fact(FactKind.IMMUNIZATION, "influenza", Standing.COMPLETED, "2023-10-01")
                .fact(FactKind.IMMUNIZATION, "Influenza", Standing.COMPLETED, "2020-10-01")
                .fact(FactKind.IMMUNIZATION, "Influenza", Standing.COMPLETED, "2021-10-01")
                .fact(FactKind.IMMUNIZATION, "Influenza", Standing.COMPLETED, "2022-10-01")
                .fact(FactKind.IMMUNIZATION, "Influenza", Standing.NEGATED, "2018-10-01")
                .build();
        Digest digest = Digester.digest(chart, ROOM);
        assertThat(digest.lines())
                .contains(
                        "I2 | immunization | influenza | completed | 2023-10-01"
                                + " | earlier 2022-10-01 [I5]; 2021-10-01 [I4]; 2020-10-01 [I3]",
                        "I6 | immunization | Influenza | not present | 2018-10-01");
        assertThat(digest.leftOut()).containsExactly(new Digest.LeftOut("immunization", 1, Digest.OLDER_REPEATS));
    }

    @Test
    void ofPastMedicinesTheOneOnHoldComesFirstThenTheLastEnded() {
        Chart chart = WardChart.aWard()
                .orderFor("Lisinopril", "2151-01-01T10:00", "2151-01-01T10:00", "2151-01-05T10:00")
                .orderFor("Cefazolin", "2151-03-01T10:00", "2151-03-01T10:00", "2151-03-05T10:00")
                .onHold("Warfarin", "2150-01-01T10:00")
                .build();
        assertThat(ids(Digester.digest(chart, ROOM))).containsExactly("M3", "M2", "M1");
    }

    @Test
    void dosesThatWereGivenAreCountedInTheLineOfTheirOrder() {
        Chart chart = WardChart.aWard()
                .order("Heparin", "intravenous", "2151-06-25T10:00")
                .given("Heparin", "2151-06-26T10:00")
                .given("Heparin", "2151-06-27T10:00")
                .build();
        assertThat(lines(chart))
                .filteredOn(line -> line.startsWith("M1 |"))
                .singleElement()
                .asString()
                .endsWith(" | given 2 times, last 2151-06-27 10:00 [M3]");
    }

    @Test
    void packagesHandedOutAreCountedInTheLineOfTheirOrder() {
        Attribute ordered = Attribute.worded(Role.CATEGORY, "ordered");
        Attribute dispensed = Attribute.worded(Role.CATEGORY, "dispensed");
        Chart chart = aChart().fact(FactKind.MEDICATION, "Metformin", Standing.ACTIVE, "2024-01-01", ordered)
                .fact(FactKind.MEDICATION, "Metformin", Standing.COMPLETED, "2024-02-01", dispensed)
                .fact(FactKind.MEDICATION, "Metformin", Standing.COMPLETED, "2024-05-01", dispensed)
                .build();
        assertThat(lines(chart))
                .contains(
                        "M1 | medication | Metformin | active | 2024-01-01 | dispensed 2 times, last 2024-05-01 [M3]");
    }

    @Test
    void otherOrdersOfTheSameDrugThatCountAreToldBesideTheNewest() {
        Chart chart = aChart().medication("Insulin glargine", "10 units at bedtime", Standing.ACTIVE, "2024-10-01")
                .medication("Insulin glargine", "12 units at bedtime", Standing.ACTIVE, "2024-11-01")
                .build();
        assertThat(lines(chart))
                .contains("M2 | medication | Insulin glargine | active | 12 units at bedtime | 2024-11-01"
                        + " | also 10 units at bedtime 2024-10-01 [M1]");
    }

    @Test
    void anOrderWhoseEndIsStillToComeIsNotSaidToBeOver() {
        Chart chart = aChart().endedMedication("Cephalexin", Standing.ACTIVE, "2024-11-15", "2024-11-22")
                .build();
        assertThat(lines(chart)).contains("M1 | medication | Cephalexin | active | until 2024-11-22 | 2024-11-15");
    }

    @Test
    void ofOneDayWhatIsMarkedAsAbnormalComesFirst() {
        Attribute high = Attribute.worded(Role.INTERPRETATION, "high");
        Chart chart = aChart().result("Sodium", "136", "mmol/L", "2024-11-11")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11", high)
                .result("Chloride", "101", "mmol/L", "2024-11-12")
                .build();
        assertThat(ids(Digester.digest(chart, ROOM))).containsExactly("L3", "L2", "L1");
    }

    @Test
    void ofThreeValuesNeitherExtremesNorACountAreToldBesideThem() {
        Chart chart = aChart().result("Potassium", "4.1", "mmol/L", "2024-11-01")
                .result("Potassium", "5.9", "mmol/L", "2024-11-02")
                .result("Potassium", "4.4", "mmol/L", "2024-11-03")
                .build();
        assertThat(lines(chart))
                .contains("L3 | result | Potassium | 4.4 mmol/L | 2024-11-03 | 17 d before now"
                        + " | earlier 5.9 mmol/L 2024-11-02 [L2]; 4.1 mmol/L 2024-11-01 [L1]");
    }

    @Test
    void ofFourValuesTheLowestAndTheCountAreTold() {
        Chart chart = aChart().result("Potassium", "3.1", "mmol/L", "2024-11-01")
                .result("Potassium", "4.5", "mmol/L", "2024-11-02")
                .result("Potassium", "4.2", "mmol/L", "2024-11-03")
                .result("Potassium", "4.4", "mmol/L", "2024-11-04")
                .build();
        assertThat(lines(chart))
                .contains("L4 | result | Potassium | 4.4 mmol/L | 2024-11-04 | 16 d before now"
                        + " | earlier 4.2 mmol/L 2024-11-03 [L3]; 4.5 mmol/L 2024-11-02 [L2]"
                        + " | lowest 3.1 mmol/L 2024-11-01 [L1] | 4 since 2024-11-01");
    }

    @Test
    void thePartsOfABloodPressureStandInItsOwnLineOnly() {
        Chart chart = aChart().pressure("120", "80", "2024-11-11").build();
        assertThat(lines(chart)).hasSize(2).anyMatch(line -> line.startsWith("L1 | result | Pressure panel"));
    }

    @Test
    void aResultWithoutAValueIsToldBehindThoseWithOne() {
        Chart chart = aChart().fact(FactKind.RESULT, "Blood culture", Standing.PRELIMINARY, "2024-11-19")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .build();
        assertThat(lines(chart))
                .contains("L1 | result | Blood culture | preliminary | 2024-11-19")
                .satisfies(lines -> assertThat(lines.getLast()).startsWith("L1 |"));
    }

    @Test
    void ofAnEarlierReportTheFirstFortyCharactersAreTold() {
        String forty = "Small left effusion, otherwise normal ap";
        Chart chart = aChart().finding("Chest film", "Clear.", "2024-11-12")
                .finding("Chest film", forty, "2024-11-11")
                .finding("Chest film", forty + "pearance.", "2024-11-10")
                .build();
        assertThat(lines(chart))
                .contains("L1 | result | Chest film | Clear. | 2024-11-12 | 8 d before now" + " | earlier " + forty
                        + " 2024-11-11 [L2]; " + forty + "... 2024-11-10 [L3]");
    }

    @Test
    void ofANoteTheSentencesUnderTellingHeadingsAreToldTheNewestNoteFirst() {
        Chart chart = aChart().noteUnder("Assessment", "2024-11-10", "Pneumonia.")
                .noteUnder("Plan", "2024-11-19", "Stop torsemide.", "Plan")
                .noteUnder("Housekeeping", "2024-11-18", "Parked in lot B.")
                .note("Phone call", "2024-11-17", "She rang.")
                .build();
        Digest digest = Digester.digest(chart, ROOM);
        assertThat(ids(digest)).containsExactly("N2", "N3", "N4", "N1", "N2.1", "N1.1");
        assertThat(digest.lines())
                .contains("N2.1 | note | Plan: Stop torsemide.", "N1.1 | note | Assessment: Pneumonia.");
    }

    @Test
    void chosenSentencesOfANoteAreToldEachUnderItsOwnId() {
        Chart chart = aChart().noteUnder("Housekeeping", "2024-11-18", "Parked in lot B.", "Allergic to latex.")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .build();
        CitationId sentence = new CitationId(FactKind.NOTE, 1).sentence(2);
        Digest digest = Digester.digest(chart, List.of(sentence), ROOM);
        assertThat(digest.lines())
                .containsExactly("Now is 2024-11-20.", "N1.2 | note | Housekeeping: Allergic to latex.");
        assertThat(digest.leftOut()).containsExactly(new Digest.LeftOut("result", 1, Digest.NOT_RELEVANT));
    }

    @Test
    void chosenFactsAreToldOnceWhereTheyStandThereInAnyCase() {
        Chart chart = oneOfEach().build();
        List<CitationId> all = chart.facts().stream().map(fact -> fact.id()).toList();
        Digest digest = Digester.digest(chart, all, ROOM);
        assertThat(digest.lines()).doesNotHaveDuplicates();
        assertThat(ids(digest)).hasSize(all.size()).contains("P1", "I1", "E1", "V1");
        assertThat(digest.leftOut()).isEmpty();
    }

    @Test
    void roomForTheCoverageIsKeptSoThatItNeverMakesADigestTooLong() {
        ChartBuilder builder = aChart();
        for (int number = 10; number < 30; number++) {
            builder.covered("Type" + number, new Coverage.Outcome.NoneRecorded());
        }
        for (int number = 10; number < 90; number++) {
            builder.result("Test number " + number, "1", "mmol/L", "2024-11-11");
        }
        Digest digest = Digester.digest(builder.build(), 700);
        assertThat(digest.lines()).filteredOn(line -> line.startsWith("K")).hasSize(20);
        assertThat(digest.tokens()).isBetween(1, 700);
        assertThat(digest.beyondBudget()).isFalse();
    }
}
