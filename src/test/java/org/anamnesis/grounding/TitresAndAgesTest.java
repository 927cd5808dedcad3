package org.anamnesis.grounding;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was once read as something else: a titre as a time of day, an age that nobody knows as a wrong one. */
class TitresAndAgesTest {

    private static final Chart CHART = aChart().finding("Antinuclear antibodies", "Positive 1:40", "2024-11-11")
            .problem("Gout", Standing.ACTIVE, "2018-06-20")
            .resultAt("Lactate", "2.1", "mmol/L", "2024-11-11T01:40")
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Antinuclear antibodies positive 1:40 on 11 Nov 2024.  | L1 | supported
            Antinuclear antibodies positive, titre 1:80.          | L1 | contradicted
            Antinuclear antibodies positive 1:160.                | L1 | contradicted
            Lactate 2.1 mmol/L on 11 Nov 2024 at 1:40.            | L2 | supported
            Lactate 2.1 mmol/L at 1:50 on 11 Nov 2024.            | L2 | not-found
            """)
    void aTitreIsANumberAndATimeOfDayIsNone(String text, String cited, String verdict) {
        CheckedStatement checked = new Grounding(CHART).check(new Statement(Section.RESULTS, text, List.of(cited)));
        assertThat(checked.verdict().code()).as(checked.verdict().reason()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Antinuclear antibodies were positive at a titre of 1:40. | supported
            Antinuclear antibodies were positive at a titre of 1:80. | not supported
            ANA positive 1:320.                                      | not supported
            """)
    void ofTheWholeChartToo(String sentence, String verdict) {
        boolean supported = new Verification(CHART).check(sentence).verdict() instanceof Verdict.Supported;
        assertThat(supported).isEqualTo(verdict.equals("supported"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 71-year-old man with gout.         | not-found
            The patient was born on 3 Feb 1953.  | not-found
            """)
    void withoutADateOfBirthAnAgeIsNotFoundAndNotWrong(String sentence, String verdict) {
        assertThat(new Verification(CHART).check(sentence).verdict().code()).isEqualTo(verdict);
    }
}
