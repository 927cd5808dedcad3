package org.anamnesis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final CitationId NOTE = new CitationId(FactKind.NOTE, 1);
    private static final Chart CHART = chart(new Note(
            NOTE,
            new Note.Body.Text(
                    "HPI\nDenies chest pain.",
                    List.of(new Passage(NOTE.sentence(1), Optional.of("HPI"), "Denies chest pain.", 4, 22)))));

    @Test
    void aSentenceOfANoteIsCitedBehindItsNote() {
        assertThat(CitationId.parse("N1.1")).contains(NOTE.sentence(1));
        assertThat(NOTE.sentence(1)).hasToString("N1.1");
        assertThat(NOTE.sentence(1).whole()).isEqualTo(NOTE);
    }

    @Test
    void onlyNotesHaveSentences() {
        assertThat(CitationId.parse("M1.1")).isEmpty();
        assertThat(CitationId.parse("N1.0")).isEmpty();
        assertThatThrownBy(() -> new CitationId(FactKind.MEDICATION, 1).sentence(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCitedSentenceIsAFactWithTheNotesSource() {
        Fact sentence = CHART.fact(NOTE.sentence(1)).orElseThrow();

        assertThat(sentence.value()).contains(new Value.Worded(Concept.of("Denies chest pain.")));
        assertThat(sentence.source()).isEqualTo(CHART.fact(NOTE).orElseThrow().source());
        assertThat(CHART.fact(NOTE.sentence(2))).isEmpty();
    }

    @Test
    void aTextWithoutItsNoteIsRefused() {
        assertThatThrownBy(() -> chart(new Note(new CitationId(FactKind.NOTE, 2), new Note.Body.Unread("broken"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Chart chart(Note note) {
        Fact fact = new Fact(
                NOTE,
                Concept.of("Progress note"),
                Optional.empty(),
                Standing.FINAL,
                Optional.empty(),
                List.of(),
                new Source("DocumentReference", "n-1", Optional.empty(), "DocumentReference"));
        Chart empty = ChartBuilder.aChart().build();
        return new Chart(empty.patient(), List.of(fact), List.of(note), empty.coverage(), empty.asOf());
    }
}
