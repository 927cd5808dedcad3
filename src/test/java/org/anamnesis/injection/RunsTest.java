package org.anamnesis.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

    @Test
    void theLongestRunIsMeasuredWhereverItStands() {
        assertThat(Runs.longest("12-3456-7", Character::isDigit)).isEqualTo(4);
        assertThat(Runs.longest("-4567", Character::isDigit)).isEqualTo(4);
        assertThat(Runs.longest("4567-", Character::isDigit)).isEqualTo(4);
        assertThat(Runs.longest("none", Character::isDigit)).isZero();
        assertThat(Runs.longest("", Character::isDigit)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'a b c d', 3, 4, true",
        "'a b c d', 3, 3, false",
        "'a b c d', 4, 9, false",
        "'a long way and then x y z', 3, 6, true",
        "'one two three four', 2, 5, true",
        "'one two three four', 2, 3, false",
        "'   ', 3, 2, true",
        "'none', 1, 9, false"
    })
    void blanksAreCloseWhereSoManyStandWithinTheReach(String text, int blanks, int reach, boolean close) {
        assertThat(Runs.areBlanksClose(text, blanks, reach)).isEqualTo(close);
    }

    /** Each border between a letter and a digit or sign that is written for one counts. */
    @ParameterizedTest
    @CsvSource({
        "1gn0re, 3, true",
        "1gn0re, 4, false",
        "p@tient, 2, true",
        "B12, 1, true",
        "é1, 1, true",
        "plain words, 1, false",
        "12 34, 1, false",
        "a 1 b 2, 1, false"
    })
    void lettersAreMixedAtTheBordersToSignsWrittenForThem(String text, int places, boolean mixed) {
        assertThat(Runs.areLettersMixed(text, places)).isEqualTo(mixed);
    }

    @Test
    void noPlacesAreAlwaysThere() {
        assertThat(Runs.areLettersMixed("", 0)).isTrue();
    }
}
