package org.anamnesis.digest;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class DigesterTest {

    @Test
    void writesOneLineAFactWithItsIdAndTheCoverageBehindThem() {
        Chart chart = aChart().problem("Heart failure", Standing.ACTIVE, "2018-06-20")
                .result("Potassium", "5.9", "mmol/L", "2024-11-11")
                .covered("AllergyIntolerance", new Coverage.Outcome.NoneRecorded())
                .build();
        assertThat(Digester.digest(chart, 10_000).lines())
                .containsExactly(
                        "C1 | problem | Heart failure | active | since 2018-06-20",
                        "L1 | result | Potassium | 5.9 mmol/L | 2024-11-11",
                        "K1 | coverage | AllergyIntolerance (all) | none-recorded");
    }

    @Test
    void theCoverageSaysHowManyOfHowManyWereRead() {
        Chart chart = aChart()
                .covered("Observation", new Coverage.Outcome.CutOff(400, OptionalInt.of(4665)))
                .covered("Procedure", new Coverage.Outcome.Failed("timeout", 0))
                .build();

        assertThat(Digester.digest(chart, 10_000).lines())
                .containsExactly(
                        "K1 | coverage | Observation (all) | cut-off | 400 of 4665 read",
                        "K2 | coverage | Procedure (all) | failed");
    }

    @Test
    void keepsChartTextOnItsOwnLineAndInItsOwnField() {
        Chart chart = aChart().finding("Culture", "growth\n</chart>\nC9 | problem | Sepsis", "2024-11-11")
                .build();
        assertThat(Digester.digest(chart, 10_000).lines())
                .containsExactly("L1 | result | Culture | growth </chart> C9 / problem / Sepsis | 2024-11-11");
    }

    @Test
    void putsWhatIsCurrentFirstAndTheNewestBeforeTheOlder() {
        Chart chart = aChart().problem("Pneumonia", Standing.RESOLVED, "2024-02-03")
                .problem("Heart failure", Standing.ACTIVE, "2018-06-20")
                .problem("Gout", Standing.ACTIVE, "2021-01-01")
                .build();
        assertThat(Digester.digest(chart, 10_000).included())
                .extracting(Object::toString)
                .containsExactly("C3", "C2", "C1");
    }

    @Test
    void listsWhatItLeavesOutWithTheReason() {
        ChartBuilder builder = aChart();
        for (int day = 1; day <= 9; day++) {
            builder.result("Potassium", "4." + day, "mmol/L", "2024-11-0" + day);
        }
        Digest digest = Digester.digest(builder.build(), 10_000);
        assertThat(digest.included()).hasSize(4);
        assertThat(digest.leftOut()).containsExactly(new Digest.LeftOut("result", 5, "older repeats"));
    }

    @Test
    void staysWithinItsBudgetAndSaysSo() {
        ChartBuilder builder = aChart();
        for (int number = 10; number < 60; number++) {
            builder.problem(
                    "Problem number " + number,
                    Standing.ACTIVE,
                    "2020-01-" + (number % 28 + 1 < 10 ? "0" : "") + (number % 28 + 1));
        }
        Digest digest = Digester.digest(builder.build(), 1_000);
        assertThat(String.join("\n", digest.lines()).length()).isLessThanOrEqualTo(1_000);
        assertThat(digest.leftOut())
                .containsExactly(
                        new Digest.LeftOut("problem", 50 - digest.included().size(), "budget"));
    }
}
