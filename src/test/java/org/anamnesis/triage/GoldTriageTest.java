package org.anamnesis.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.score.GoldCharts;
import org.junit.jupiter.api.Test;

/** The triage level of whole charts: as in the answer key, or one level more urgent. */
class GoldTriageTest {

    @Test
    void theLevelIsTheKeysOrOneMoreUrgentAndNeverLess() throws IOException {
        for (GoldCharts.Gold gold : GoldCharts.all()) {
            Fact visit = gold.chart()
                    .facts(FactKind.ENCOUNTER)
                    .filter(fact -> fact.attributes(Attribute.Role.CATEGORY)
                            .anyMatch(category -> category.text().equals("emergency")))
                    .max(Comparator.comparing(fact -> fact.time().orElseThrow()))
                    .orElseThrow();
            int expected = gold.answers().get("triage").get("level").asInt();
            Acuity acuity = Triage.acuity(ChartVisit.atTriage(gold.chart(), visit));
            assertThat(acuity).as(gold.name()).isInstanceOf(Acuity.Levelled.class);
            assertThat(((Acuity.Levelled) acuity).level().number())
                    .as("%s: %s", gold.name(), ((Acuity.Levelled) acuity).reasons())
                    .isBetween(Math.max(1, expected - 1), expected);
        }
    }
}
