package org.anamnesis.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookBackTest {

    @ParameterizedTest
    @CsvSource({"P3M, P3M, 3 months", "P1Y, P1Y, 1 year", "P1Y6M, P1Y6M, 1 year and 6 months", "P2W, P14D, 14 days"})
    void readsADurationAndSaysItInWords(String written, String code, String words) {
        LookBack read = LookBack.parse(written).orElseThrow();
        assertThat(read.code()).isEqualTo(code);
        assertThat(read.words()).isEqualTo(words);
    }

    @Test
    void allIsNoBound() {
        assertThat(LookBack.parse(" all ")).hasValue(LookBack.ALL);
        assertThat(LookBack.ALL.code()).isEqualTo("all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "P", "P0Y", "P-1Y", "-P1Y", "1 year", "P1.5Y", "PT24H", "P1YT1H", "P100Y", "everything"})
    void whatIsNoTimeToLookBackIsRefused(String written) {
        assertThat(LookBack.parse(written)).isEmpty();
    }
}
