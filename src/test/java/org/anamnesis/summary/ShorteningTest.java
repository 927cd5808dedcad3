package org.anamnesis.summary;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.Standing;
import org.anamnesis.draft.Draft;
import org.anamnesis.draft.DraftText;
import org.anamnesis.draft.Extent;
import org.anamnesis.grounding.Section;
import org.junit.jupiter.api.Test;

class ShorteningTest {

    private static final Chart CHART = chart();

    private static Chart chart() {
        ChartBuilder chart = aChart().allergy("Penicillin", "Rash");
        for (int i = 0; i < 9; i++) {
            chart.problem("Problem number " + (char) ('a' + i), Standing.ACTIVE, "2018-06-2" + i);
            chart.result("Test " + (char) ('A' + i), "4." + i, "mmol/L", "2024-11-1" + i);
        }
        return chart.build();
    }

    private static Draft draft(Extent extent) {
        return new Writer(Optional.empty()).writeByRules(Assignment.brief(CHART).within(extent));
    }

    @Test
    void aShortSummaryHasTheFirstOfEachSectionAndEverythingThatMayNotBeLeftOut() {
        Draft whole = draft(Extent.WHOLE);
        Draft brief = draft(new Extent(Extent.Length.SHORT, Set.of()));
        assertThat(brief.shown(Section.ACTIVE_PROBLEMS))
                .hasSameSizeAs(whole.shown(Section.ACTIVE_PROBLEMS).toList());
        assertThat(brief.shown(Section.ALLERGIES)).isNotEmpty();
        assertThat(brief.shown(Section.RESULTS)).hasSize(4);
        assertThat(brief.cut())
                .isEqualTo((int) whole.shown(Section.RESULTS).count() - 4)
                .isPositive();
        assertThat(brief.added()).isEmpty();
        assertThat(DraftText.of(brief).text())
                .contains("SHORTENED: " + brief.cut() + " further statements that the chart bears out are not shown");
        assertThat(DraftText.of(whole).text()).doesNotContain("SHORTENED");
    }

    @Test
    void whatMayNotBeLeftOutIsAddedWhereItsSectionIsNotWanted() {
        Draft results = draft(new Extent(Extent.Length.LONG, Set.of(Section.RESULTS)));
        assertThat(results.shown(Section.ALLERGIES)).isEmpty();
        assertThat(results.added()).anyMatch(statement -> statement.text().contains("Penicillin"));
        assertThat(DraftText.of(results).text()).contains("ON REQUEST ONLY THESE SECTIONS: ");
    }
}
