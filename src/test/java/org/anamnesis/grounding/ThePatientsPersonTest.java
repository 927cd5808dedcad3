package org.anamnesis.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.Chart;
import org.anamnesis.focus.WardChart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sex and date of birth, said in a sentence that cites nothing: a woman born on 3 February 2080. */
class ThePatientsPersonTest {

    private static final Chart CHART = WardChart.aWard().sex("female").build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The patient was born on 3 Feb 2080.            | supported    |
            She is a woman, born on 3 Feb 2080.            | supported    |
            Date of birth: 3 Feb 2080, female.             | supported    |
            Born in 2080.                                  | supported    |
            The patient was born on 4 Feb 2080.            | contradicted | birth
            Born in 2081.                                  | contradicted | birth
            A man born on 3 Feb 2080.                      | contradicted | sex
            """)
    void isHeldAgainstTheChartsOwn(String sentence, String verdict, String code) {
        Verification.Verified verified = new Verification(CHART).check(sentence);
        assertThat(verified.verdict().code()).as(verified.verdict().reason()).isEqualTo(verdict);
        assertThat(verified.evidence()).extracting(Object::toString).containsExactly("D1");
        if (code != null) {
            assertThat(verified.verdict().findings()).extracting(Finding::code).contains(code);
        }
    }
}
