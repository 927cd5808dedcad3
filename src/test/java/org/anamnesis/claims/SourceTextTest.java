package org.anamnesis.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One text as the source of another. */
class SourceTextTest {

    private static final SourceText SOURCE =
            new SourceText("She is fifty seven years old. She takes Lipitor for high blood pressure. No fever.");

    @Test
    void aSentenceStandsInItWordForWord() {
        assertThat(SOURCE.holds("She takes Lipitor for high blood pressure.")).isTrue();
        assertThat(SOURCE.holds("She takes Lipitor for low blood pressure.")).isFalse();
    }

    @Test
    void aDenialIsNotWhatItDenies() {
        assertThat(SOURCE.holds("Fever.")).isTrue();
        assertThat(SOURCE.holds("She has had a fever.")).isFalse();
    }

    @Test
    void synonymsAndNumbersInWordsAreTheSame() {
        assertThat(SOURCE.unsupported("57 years old with hypertension.")).isZero();
        assertThat(SOURCE.unsupported("67 years old with diabetes.")).isPositive();
    }

    @Test
    void whatIsLeftOutCounts() {
        assertThat(SOURCE.omitted("Nothing.")).isGreaterThan(SOURCE.omitted("57 years old, hypertension, no fever."));
    }
}
