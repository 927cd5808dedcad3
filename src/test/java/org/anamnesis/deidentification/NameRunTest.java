package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRunTest {

    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:['-]\\p{L}+)*");

    private static List<NameRun> runs(String text) {
        List<NameWord> words = WORD.matcher(text)
                .results()
                .map(word -> NameWord.of(text, word.group(), word.start()))
                .toList();
        return NameRun.of(text, words);
    }

    private static NameRun run(String text) {
        return runs(text).getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            We met Jennifer Schneider there.                       | Jennifer Schneider
            We met Jennifer. Schneider left.                       | Jennifer; Schneider
            We met J. Schneider and J.Ortega there.                | J. Schneider; J.Ortega
            We met Jennifer, Schneider there.                      | Jennifer; Schneider
            We met John St. Clair there.                           | John St. Clair
            We met Jennifer van Ortega there.                      | Jennifer van Ortega
            We met Jennifer van ortega there.                      | Jennifer
            We met Jennifer van                                    | Jennifer
            We met Jennifer van. Ortega left.                      | Jennifer; Ortega
            We met Jennifer to Ortega there.                       | Jennifer; Ortega
            We met Rose Table there.                               | Rose
            We met Dr. Rose Table there.                           | Rose Table
            We met Dr. Rose Table Urgent there.                    | Rose Table
            We met Dr. Table there.                                | Table
            We met Dr there.                                       | ``
            We met J there.                                        | ``
            We met Jane Kim Ito Ortega Schneider Fleming there.    | Jane Kim Ito Ortega Schneider; Fleming
            """)
    void wordsThatCouldBeOneNameStandTogether(String text, String expected) {
        assertThat(runs(text).stream().map(run -> text.substring(run.start(), run.end())))
                .containsExactlyElementsOf(Arrays.stream(expected.split("; "))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void anInitialDoesNotCountAsAWordOfTheName() {
        assertThat(run("J. Schneider").size()).isEqualTo(1);
        assertThat(run("Jennifer A. Schneider").size()).isEqualTo(2);
    }

    @Test
    void aRunKnowsWhetherANameOrAnUnknownWordIsInIt() {
        assertThat(run("Rose Best").hasName()).isFalse();
        assertThat(run("Rose Best").hasUnknown()).isFalse();
        assertThat(run("Rose Schneider").hasName()).isTrue();
        assertThat(run("Rose Zbigniewska").hasUnknown()).isTrue();
    }

    @Test
    void anInitialIsNoUnknownWord() {
        assertThat(run("X. Schneider").hasUnknown()).isFalse();
    }

    @Test
    void aRunIsOfDiseasesWhereAllItsWordsAre() {
        assertThat(run("Guillain Barre").isAllEponyms()).isTrue();
        assertThat(run("Jennifer Parkinson").isAllEponyms()).isFalse();
    }
}
