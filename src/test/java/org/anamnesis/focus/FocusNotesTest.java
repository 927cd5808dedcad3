package org.anamnesis.focus;

import static org.anamnesis.focus.WardChart.aWard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class FocusNotesTest {

    private static final Chart CHART = aWard().stay("stay", "2151-05-10T20:00", "2151-05-20T12:00")
            .in("stay")
            .order("Carvedilol 12.5 mg", "PO", "2151-05-11T08:00")
            .onHold("Spironolactone 25 mg", "2151-05-11T09:00")
            .lab("Sodium", "126", "mmol/L", "2151-05-11T06:00")
            .lab("Sodium", "135", "mmol/L", "2151-05-18T06:00")
            .plan("Pleural fluid cytology", Standing.PLANNED, "2151-05-13T10:00")
            .note(
                    "Discharge summary",
                    "2151-05-20T10:00",
                    "Precipitated by naproxen and a gap in furosemide supply.",
                    "ON HOLD: spironolactone.",
                    "Pending at discharge: pleural fluid cytology.")
            .note("Nurse note", "2151-05-19T06:00", "Slept well.", "Walked to the bathroom twice.")
            .build();

    private static List<String> ids(String question) {
        return new Focus(CHART).choose(new Question(question, CHART.asOf())) instanceof Choice.Chosen chosen
                ? chosen.ids().stream().map(CitationId::toString).toList()
                : List.of();
    }

    @Test
    void findsTheSentenceThatAnswersBesideTheFact() {
        assertThat(ids("Which drugs are on hold at discharge?")).contains("M2", "N1.2");
        assertThat(ids("What results are pending?")).contains("S1", "N1.3");
    }

    @Test
    void findsASentenceByWordsThatMeanTheSame() {
        assertThat(ids("What triggered this?")).contains("N1.1");
    }

    @Test
    void putsThePickedFactFirst() {
        assertThat(ids("What is her current sodium?")).startsWith("L2");
    }

    @Test
    void takesNoEvidenceFromWhatAModelWrote() {
        Chart chart = aWard().noteWrittenWithAi(
                        "Summary", "2151-05-21T10:00", "Spironolactone was stopped for gynaecomastia.")
                .build();
        assertThat(new Focus(chart).choose(new Question("Why was spironolactone stopped?", chart.asOf())))
                .isInstanceOf(Choice.NothingFound.class);
    }

    @Test
    void givesFewFactsAndSentences() {
        assertThat(ids("What is the dose of carvedilol?")).startsWith("M1").hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void findsNothingWhereTheChartDoesNotHoldWhatIsAsked() {
        Choice choice = new Focus(CHART).choose(new Question("What was his C-peptide?", CHART.asOf()));
        assertThat(choice).isInstanceOf(Choice.NothingFound.class);
        assertThat(choice.searched()).contains("named c peptide", "sentences of notes");
    }
}
