package org.anamnesis.conflict;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms in the sentences of notes: the quick look finds all that the exact one would. */
class TermsTest {

    @ParameterizedTest
    @CsvSource({
        "left, Pain in the LEFT knee., true",
        "left, The leftover was discarded., false",
        "stat*, Statins were stopped., true",
        "stat*, Given stat., true",
        "stat*, The state is stable., true",
        "stat*, He is stable., false",
        "x*, X-ray of the chest., true",
        "x*, Examined again., false",
        "h/o, h/o gout, true",
        "full code, She is full code., true",
        "full code, She is full of code words., false",
        "code * full, Code status full., true",
        "'no growth, sterile', Cultures sterile., true",
        "'no growth, sterile', Cultures grew., false",
    })
    void standInASentenceAsWholeWordsOrAsTheirBeginnings(String terms, String sentence, boolean stands) {
        assertThat(Terms.of(terms).isIn(line(sentence))).isEqualTo(stands);
    }

    @Test
    void aWordIsFoundAmongAllTheWordsOfALongSentence() {
        String sentence = "He came with cough fever chills sweats weight loss fatigue nausea rash itch and gout today.";
        Line line = line(sentence);
        for (String word : sentence.toLowerCase(java.util.Locale.ROOT).split("\\W+")) {
            assertThat(line.says(word)).as(word).isTrue();
            for (int end = 1; end <= word.length(); end++) {
                assertThat(line.saysOneOf(word.substring(0, end))).as(word).isTrue();
            }
            assertThat(line.says(word + "x")).as(word).isFalse();
            assertThat(line.saysOneOf(word + "x")).as(word).isFalse();
        }
    }

    private static Line line(String sentence) {
        Chart chart = aChart().note("Progress note", "2024-11-12", sentence).build();
        return Line.of(
                chart.passages().findFirst().orElseThrow(),
                chart.facts().stream()
                        .filter(fact -> chart.note(fact.id()).isPresent())
                        .findFirst()
                        .orElseThrow(),
                Optional.empty());
    }
}
