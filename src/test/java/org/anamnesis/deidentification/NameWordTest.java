package org.anamnesis.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.deidentification.Vocabulary.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordTest {

    private static NameWord word(String text) {
        return NameWord.of(text, text, 0);
    }

    @Test
    void aPossessiveEndingIsNotOfTheName() {
        NameWord word = NameWord.of("We saw Jennifer's dog.", "Jennifer's", 7);
        assertThat(word.text()).isEqualTo("Jennifer");
        assertThat(word.start()).isEqualTo(7);
        assertThat(word.end()).isEqualTo(15);
    }

    @Test
    void aWordWithADigitBesideItIsNoName() {
        assertThat(NameWord.of("9Jennifer", "Jennifer", 1).standing()).isEqualTo(Standing.WORD);
        assertThat(NameWord.of("Jennifer9", "Jennifer", 0).standing()).isEqualTo(Standing.WORD);
        assertThat(NameWord.of(" Jennifer ", "Jennifer", 1).standing()).isEqualTo(Standing.NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "X, UNKNOWN",
        "XQ, WORD",
        "XQR, WORD",
        "XQRTV, WORD",
        "XQRTVW, UNKNOWN",
        "AMY, WORD",
        "MARY, NAME",
        "JENNIFER, NAME",
        "HbAc, WORD",
        "McZork, UNKNOWN",
        "O'Zork, UNKNOWN",
        "JoAnn, NAME",
        "LaToya, NAME",
    })
    void capitalsMakeAnAbbreviationUnlessTheyAreOfAName(String text, Standing standing) {
        assertThat(word(text).standing()).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"Jennifer, true", "Rose, true", "Zbigniewska, true", "J, true", "jennifer, false", "Table, false"})
    void aNameBeginsWithACapitalOfNoEverydayWord(String text, boolean can) {
        assertThat(word(text).canName()).isEqualTo(can);
    }

    @Test
    void noWordThatEndsAsMedicineDoesBeginsAName() {
        assertThat(word("Zorkitis").canName()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Jennifer, Schneider, true",
        "Jennifer, Table, true",
        "Jennifer, table, false",
        "Jennifer, XQR, false",
        "Jennifer, Denies, false",
        "JENNIFER, PRESENTED, false",
        "Schneider, Table, false",
        "Rose, Table, false",
        "J, Zorkitis, true",
        "J, zorkitis, false",
        "J, Table, false",
        "Schneider, Zorkitis, false",
    })
    void anyCapitalisedWordMayFollowAGivenNameAndFewOtherWords(String last, String next, boolean can) {
        assertThat(word(next).canFollow(word(last))).isEqualTo(can);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Table", "Jennifer", "Zorkitis", "MARY"})
    void aTitleMakesACapitalisedWordAName(String text) {
        assertThat(word(text).canBeTold()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "T", "XQR"})
    void aTitleMakesNoNameOfASmallWordAnInitialOrAnAbbreviation(String text) {
        assertThat(word(text).canBeTold()).isFalse();
    }
}
