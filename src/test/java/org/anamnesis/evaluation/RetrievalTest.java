package org.anamnesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.anamnesis.chart.ClinicalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as found, as offered, as now. */
class RetrievalTest {

    @Test
    void countsWhatIsWantedAmongWhatIsThere() {
        Retrieval retrieval = new Retrieval(Set.of("A/1", "A/2"), List.of("A/9", "A/1", "A/8", "A/7"));
        assertThat(retrieval.recall()).isEqualTo(0.5);
        assertThat(retrieval.precision()).isEqualTo(0.25);
        assertThat(retrieval.recallWithin(1)).isZero();
        assertThat(retrieval.recallWithin(2)).isEqualTo(0.5);
        assertThat(retrieval.recallWithin(60)).isEqualTo(0.5);
        assertThat(retrieval.isComplete()).isFalse();
    }

    @Test
    void anEmptyContextFindsNothingAndIsNotPrecise() {
        Retrieval retrieval = new Retrieval(Set.of("A/1"), List.of());
        assertThat(retrieval.recall()).isZero();
        assertThat(retrieval.precision()).isZero();
        assertThatThrownBy(() -> new Retrieval(Set.of(), List.of("A/1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "the same text; [\"Foley\"]; foley ; true",
                "a number by value; [70]; 70.0; true",
                "another number; [70]; 7; false",
                "a time by its moment; [\"2180-05-07T17:15:00-04:00\"]; 2180-05-07T21:15:00Z; true",
                "a time as it is shown; [\"2180-05-07T17:15:00-04:00\"]; 2180-05-07 17:15:00-04:00; true",
                "another moment; [\"2180-05-07T17:15:00-04:00\"]; 2180-05-07T17:15:00Z; false",
                "yes; [true]; true; true",
                "not a part of a word; [\"Void\"]; Voided; false",
                "two of three; [\"a\",\"b\",\"c\"]; a|b; false",
                "all of three; [\"a\",\"b\",\"c\"]; c|a|b|d; true",
                "the parts of a period;"
                        + " [{\"start\":\"2123-03-03T16:15:00-05:00\",\"end\":\"2123-03-04T16:36:00-05:00\"}];"
                        + " 2123-03-03T16:15:00-05:00|2123-03-04T16:36:00-05:00; true"
            })
    void anAnswerIsOfferedWhenEachOfItsPartsIs(String what, String answer, String offered, boolean expected) {
        assertThat(AnswerPresence.isIn(Json.any(answer), List.of(offered.split("\\|", -1))))
                .as(what)
                .isEqualTo(expected);
    }

    @Test
    void nowIsWhatTheQuestionAssumes() {
        assertThat(AgentBench.now("Assume the current time is 2128-12-31 23:59:00. When searching, mind the case."))
                .map(ClinicalTime::local)
                .contains(LocalDateTime.of(2128, 12, 31, 23, 59));
        assertThat(AgentBench.now("When searching for values, mind the case.")).isEmpty();
    }
}
