package org.anamnesis.draft;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.junit.jupiter.api.Test;

class DraftTextTest {

    private static final Authorship MODEL = new Authorship.ByModel("demo", "brief-1", "00");
    private static final Authorship RULES = new Authorship.ByRules(Optional.empty());

    private static Draft draft(ChartBuilder builder, Authorship authorship, String... texts) {
        Chart chart =
                builder.problem("Heart failure", Standing.ACTIVE, "2018-06-20").build();
        Grounding grounding = new Grounding(chart);
        return new Draft(
                chart,
                SummaryKind.BRIEF,
                authorship,
                List.of(texts).stream()
                        .map(text -> grounding.check(new Statement(Section.ACTIVE_PROBLEMS, text, List.of("C1"))))
                        .toList(),
                List.of(grounding.check(new Statement(Section.ALLERGIES, "Penicillin.", List.of("A1")))),
                Conflicts.of(chart));
    }

    @Test
    void tellsWhatRulesAddedApartFromTheText() {
        Draft draft = draft(aChart().allergy("Penicillin", "rash"), MODEL, "Heart failure.");
        assertThat(DraftText.of(draft).text())
                .containsSubsequence(
                        "- Heart failure.\n",
                        "\nADDED BY RULES (in the chart, not in the text above)\n- Penicillin.\n");
        assertThat(DraftText.of(draft(aChart(), MODEL, "Heart failure.")).text())
                .as("what the chart does not bear out is not added either")
                .doesNotContain("ADDED", "Penicillin");
    }

    /** Neither side of a contradiction is preferred, whoever wrote the text. */
    @Test
    void tellsBothSidesOfAContradiction() {
        ChartBuilder chart = aChart().medication("Furosemide 40 mg", "40 mg twice daily", Standing.ACTIVE, "2024-10-08")
                .note("Progress note", "2024-10-08", "Takes furosemide 80 mg twice daily.");
        for (Authorship author : List.of(MODEL, RULES)) {
            assertThat(DraftText.of(draft(chart, author, "Heart failure.")).text())
                    .containsSubsequence(
                            "- Heart failure.\n",
                            "\nCONTRADICTIONS IN THE CHART (none is resolved here)\n- ",
                            "(another dose)",
                            "80 mg",
                            "40 mg");
        }
        assertThat(DraftText.of(draft(aChart(), RULES, "Heart failure.")).text())
                .doesNotContain("CONTRADICTIONS");
    }

    /** Invariant 2: what the chart does not bear out is never shown as plain text. */
    @Test
    void holdsNoStatementThatIsNotSupported() {
        Draft draft = draft(aChart(), MODEL, "Heart failure.", "No heart failure.", "Diabetes.");
        String text = DraftText.of(draft).text();
        assertThat(text)
                .contains("- Heart failure.\n")
                .doesNotContain("No heart failure")
                .doesNotContain("Diabetes");
        assertThat(text).contains("2 statements were withheld");
        assertThat(draft.withheld())
                .extracting(statement -> statement.verdict().code())
                .containsExactly("contradicted", "not-found");
    }

    /** Invariant 8: rule-made text is never passed off as a model's, nor the reverse. */
    @Test
    void saysInWordsWhetherAModelOrRulesWroteIt() {
        assertThat(DraftText.of(draft(aChart(), MODEL, "Heart failure.")).text())
                .contains("Drafted by artificial intelligence")
                .contains("language model demo")
                .doesNotContain("without a language model");
        assertThat(DraftText.of(draft(aChart(), RULES, "Heart failure.")).text())
                .contains("from rules, without a language model")
                .doesNotContain("artificial intelligence");
    }

    /** Invariant 5: incomplete is said, with counts, in the document itself. */
    @Test
    void saysWhatCouldNotBeReadWithCounts() {
        ChartBuilder chart = aChart().covered("Observation", new Coverage.Outcome.CutOff(400, OptionalInt.of(4542)))
                .covered("Procedure", new Coverage.Outcome.Failed("timeout", 0))
                .covered("Encounter", new Coverage.Outcome.NotPermitted());
        assertThat(DraftText.of(draft(chart, RULES, "Heart failure.")).text())
                .contains("INCOMPLETE")
                .contains("Observation (all): only 400 read of 4542")
                .contains("Procedure (all): failed to load, 0 read")
                .contains("Encounter (all): not permitted");
        assertThat(DraftText.of(draft(aChart(), RULES, "Heart failure.")).text())
                .doesNotContain("INCOMPLETE");
    }

    @Test
    void saysHowManyOfHowManyWereReadBeforeASearchFailed() {
        ChartBuilder chart =
                aChart().covered("Procedure", new Coverage.Outcome.Failed("http-500", 30, OptionalInt.of(345)));
        assertThat(DraftText.of(draft(chart, RULES, "Heart failure.")).text())
                .contains("Procedure (all): failed to load, 30 read of 345");
    }

    /** That nothing more came does not mean that there is no more. */
    @Test
    void saysWhereNoCountBearsOutThatAllWasRead() {
        ChartBuilder chart = aChart().covered("Procedure", new Coverage.Outcome.Found(12, 0, OptionalInt.empty()))
                .covered("Encounter", new Coverage.Outcome.Found(3, 0));
        assertThat(DraftText.of(draft(chart, RULES, "Heart failure.")).text())
                .contains("NOT COUNTED")
                .contains("Procedure (all): 12 read")
                .doesNotContain("Encounter (all)")
                .doesNotContain("INCOMPLETE");
    }

    @Test
    void hasAHashThatChangesWithEveryCharacter() {
        String hash = DraftText.of(draft(aChart(), RULES, "Heart failure.")).hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(new DraftText("a").hash()).isNotEqualTo(new DraftText("b").hash());
    }
}
