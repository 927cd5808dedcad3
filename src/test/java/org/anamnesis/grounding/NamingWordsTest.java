package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingWordsTest {

    private static final Chart CHART = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
            .problem("Renal failure", Standing.ACTIVE, "2019-06-20")
            .medication("Furosemide", "80 mg by mouth twice daily", Standing.ACTIVE, "2024-10-08")
            .result("Potassium", "5.9", "mmol/L", "2024-11-11")
            .encounter("Hospital admission", "2024-11-11")
            .build();

    private static Optional<String> first(String word) {
        return new NamingWords(CHART).first(Vocabulary.normal(word)).map(CitationId::toString);
    }

    @ParameterizedTest
    @CsvSource({"heart, C1", "renal, C2", "furosemide, M1", "potassium, L1", "hospitalization, E1"})
    void aWordLeadsToTheFactItNames(String word, String id) {
        assertThat(first(word)).contains(id);
    }

    @Test
    void ofSeveralFactsTheFirstInReadingOrderIsTaken() {
        String expected = CHART.facts().stream()
                .filter(fact -> fact.concept().text().contains("failure"))
                .map(Fact::id)
                .map(CitationId::toString)
                .findFirst()
                .orElseThrow();
        assertThat(first("failure")).contains(expected);
    }

    /** What a fact says beside its name does not name it. */
    @ParameterizedTest
    @ValueSource(strings = {"mouth", "twice", "mmol", "active", "asthma", ""})
    void otherWordsNameNone(String word) {
        assertThat(first(word)).isEmpty();
    }

    @Test
    void aSecondQuestionIsAnsweredAlike() {
        NamingWords words = new NamingWords(CHART);
        assertThat(words.first("potassium")).isEqualTo(words.first("potassium")).isPresent();
        assertThat(words.first("asthma")).isEmpty();
    }
}
