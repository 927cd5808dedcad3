package org.anamnesis.web;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

/** From when to when a chart is, for the card that says what was read. */
class DatedViewTest {

    @Test
    void isFromTheOldestToTheNewestFactAsExactlyAsTheyAreDated() {
        assertThat(SummaryView.DatedView.of(aChart().result("Potassium", "4.2", "mmol/L", "2024-11-11")
                        .fact(FactKind.RESULT, "Sodium", Standing.FINAL, "2012-03-03T08:30")
                        .fact(FactKind.RESULT, "Undated", Standing.FINAL, "")
                        .build()))
                .isEqualTo(new SummaryView.DatedView("2012-03-03", "2024-11-11"));
    }

    @Test
    void isNothingWhereNothingIsDated() {
        assertThat(SummaryView.DatedView.of(aChart().fact(FactKind.RESULT, "Undated", Standing.FINAL, "")
                        .build()))
                .isNull();
    }
}
