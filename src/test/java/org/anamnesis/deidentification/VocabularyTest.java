package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.deidentification.Vocabulary.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "Jennifer, NAME",
        "Schneider, NAME",
        "Rose, EITHER",
        "Robin, EITHER",
        "Marfan, EITHER",
        "Table, WORD",
        "Zbigniewska, UNKNOWN",
        "Zorkitis, ENDS_AS_WORD",
        "Zorking, ENDS_AS_WORD",
        "Jennifer's, NAME",
        "Table’s, WORD",
    })
    void aWordIsANameAWordBothOrNothingKnown(String word, Standing standing) {
        assertThat(Vocabulary.of(word)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({
        "Smith-Jones, true",
        "Schneider-Ortega, true",
        "Schneider-Table, false",
        "Table-Schneider, false",
        "Schneider, true",
        "Jennifer, false",
    })
    void aDoubleNameIsASurnameWhereBothOfItsPartsAre(String name, boolean surname) {
        assertThat(Vocabulary.isSurname(name)).isEqualTo(surname);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Florence", "Clarence", "Constance", "Fleming", "Manning"})
    void aNameThatEndsAsWordsDoIsStillAName(String name) {
        assertThat(Vocabulary.isEveryday(name)).isFalse();
        assertThat(Vocabulary.of(name)).isEqualTo(Standing.NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "table, true",
        "boats, true",
        "boils, true",
        "zork, false",
        "zorks, false",
        "bats, false",
        "boatz, false",
        "table-zork, true",
        "zork-table, true",
        "zork-qrx, false",
        "Zorkology, true",
        "zorkity, true",
        "zorkated, true",
    })
    void aWordIsEverydayWhereItOrAPartOfItOrItsEndingIs(String word, boolean everyday) {
        assertThat(Vocabulary.isEveryday(word)).isEqualTo(everyday);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table-zork", "zork-table", "boats"})
    void aPartOrAPluralOfAListedWordIsAWordAndNoUnknownName(String word) {
        assertThat(Vocabulary.of(word)).isEqualTo(Standing.WORD);
    }

    @Test
    void diseasesAndSignsAreNamedAfterSomePersonsAndNotAfterOthers() {
        assertThat(Vocabulary.isEponym("Parkinson's")).isTrue();
        assertThat(Vocabulary.isEponym("Jennifer")).isFalse();
        assertThat(Vocabulary.isEponymNoun("Disease")).isTrue();
        assertThat(Vocabulary.isEponymNoun("table")).isFalse();
    }

    @Test
    void aCueIsOneOfItsKindOnly() {
        assertThat(Vocabulary.isCue("title", "Dr")).isTrue();
        assertThat(Vocabulary.isCue("relation", "Dr")).isFalse();
        assertThat(Vocabulary.cues("relation")).contains("wife").doesNotContain("dr");
        assertThat(Vocabulary.cues("no such kind")).isEmpty();
    }

    @Test
    void theWordsOfATextKeepTheirHyphensAndApostrophes() {
        assertThat(Vocabulary.words("O'Brien saw Smith-Jones, 2 days ago."))
                .containsExactly("O'Brien", "saw", "Smith-Jones", "days", "ago");
    }
}
