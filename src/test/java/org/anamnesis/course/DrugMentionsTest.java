package org.anamnesis.course;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;

class DrugMentionsTest {

    private static final DrugMentions KNOWN = new DrugMentions(List.of());

    private static List<String> names(DrugMentions mentions, String text) {
        return mentions.in(text).stream()
                .map(mention ->
                        String.join("+", mention.ingredients()) + "@" + text.substring(mention.start(), mention.end()))
                .toList();
    }

    @Test
    void findsDrugsUnderAllTheirNamesWhereTheyStand() {
        assertThat(names(KNOWN, "Home meds: Coreg 25 mg BID, frusemide 40 mg, ASA."))
                .containsExactly("carvedilol@Coreg", "furosemide@frusemide", "aspirin@ASA");
    }

    @Test
    void namesJoinedByAStrokeAreOneMix() {
        assertThat(names(KNOWN, "STOPPED diazepam, tiotropium/olodaterol."))
                .containsExactly("diazepam@diazepam", "olodaterol+tiotropium@tiotropium/olodaterol");
    }

    @Test
    void knowsTheChartsOwnDrugsToo() {
        DrugMentions mentions = new DrugMentions(
                Courses.of(aChart().medication("Wonderdrug 5 mg", "5 mg daily", Standing.ACTIVE, "2024-01-01")
                        .build()));
        assertThat(names(mentions, "Continue wonderdrug 5 mg.")).containsExactly("wonderdrug@wonderdrug");
        assertThat(names(KNOWN, "Continue wonderdrug 5 mg.")).isEmpty();
    }

    @Test
    void ordinaryWordsNameNoDrug() {
        assertThat(names(
                        KNOWN,
                        "Full code. Plan: iron out the details, water intake, home on Friday with calcium checked."))
                .isEmpty();
    }
}
