package org.anamnesis.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.focus.WardChart;
import org.junit.jupiter.api.Test;

/** The digest of a visit: what belongs to it comes before all else but what is never left out. */
class FirstOfAVisitTest {

    private static final int ROOM = 4_000;

    private static final CitationId RESULT_OF_VISIT = new CitationId(FactKind.RESULT, 2);
    private static final CitationId NOTE_OF_VISIT = new CitationId(FactKind.NOTE, 2);

    private static Chart aChart() {
        return ChartBuilder.aChart()
                .ofPatient(71, "male")
                .allergy("Sulfonamide", "Rash")
                .procedure("Thoracentesis", Standing.COMPLETED, "2024-11-13")
                .result("Potassium", "5.9", "mmol/L", "2024-11-19")
                .result("Sodium", "136", "mmol/L", "2024-11-10")
                .noteUnder("Plan", "2024-11-19", "Stop torsemide.")
                .noteUnder("Plan", "2024-11-10", "Repeat potassium on Monday.", "See in clinic.")
                .build();
    }

    private static List<String> ids(Digest digest) {
        return digest.included().stream().map(CitationId::toString).toList();
    }

    @Test
    void whatBelongsToTheVisitComesBehindWhatIsNeverLeftOutAndBeforeAllElse() {
        Digest digest = Digester.digest(aChart(), Set.of(RESULT_OF_VISIT, NOTE_OF_VISIT), ROOM);
        assertThat(ids(digest)).containsExactly("D1", "D2", "A1", "L2", "N2", "N2.1", "N2.2", "P1", "N1", "L1", "N1.1");
        assertThat(digest.leftOut()).isEmpty();
    }

    @Test
    void nowIsToldOnceBeforeTheVisit() {
        Digest digest = Digester.digest(aChart(), Set.of(RESULT_OF_VISIT), ROOM);
        assertThat(digest.lines())
                .containsOnlyOnce("Now is 2024-11-20.")
                .satisfies(lines -> assertThat(lines.indexOf("Now is 2024-11-20."))
                        .isLessThan(lines.indexOf("L2 | result | Sodium | 136 mmol/L | 2024-11-10 | 10 d before now")));
    }

    @Test
    void nothingIsToldTwice() {
        List<String> lines = Digester.digest(aChart(), Set.of(RESULT_OF_VISIT, NOTE_OF_VISIT), ROOM)
                .lines();
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines).filteredOn(line -> line.startsWith("A1 |")).hasSize(1);
    }

    @Test
    void withoutAVisitItIsTheDigestOfTheChart() {
        assertThat(Digester.digest(aChart(), Set.of(), ROOM)).isEqualTo(Digester.digest(aChart(), ROOM));
    }

    @Test
    void aVisitOfManyResultsLeavesRoomForTheRestOfTheChart() {
        ChartBuilder builder = ChartBuilder.aChart().plan("Cardiology in a week", Standing.PLANNED, "2024-11-27");
        for (int number = 1; number <= 200; number++) {
            builder.result("Test number " + number, "1", "mmol/L", "2024-11-11");
        }
        Chart chart = builder.build();
        Set<CitationId> results =
                Set.copyOf(chart.facts(FactKind.RESULT).map(fact -> fact.id()).toList());
        Digest digest = Digester.digest(chart, results, 1_000);
        assertThat(ids(digest)).contains("L1", "S1");
        assertThat(digest.tokens()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aVisitsNoteByAModelIsNotToldAndCounted() {
        Chart chart = WardChart.aWard()
                .noteWrittenWithAi("Summary", "2151-05-21T10:00", "All is well.")
                .note("Discharge summary", "2151-05-20T10:00", "Plan: see in clinic.")
                .build();
        Digest digest = Digester.digest(chart, Set.of(NOTE_OF_VISIT), ROOM);
        assertThat(ids(digest)).containsExactly("N2");
        assertThat(digest.leftOut()).contains(new Digest.LeftOut("note", 1, Digest.WRITTEN_WITH_AI));
    }
}
