package org.anamnesis.web;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The banner never says "none recorded" where it is only not known. */
class AllergiesViewTest {

    private static AllergiesView of(ChartBuilder chart, Outcome outcome) {
        return AllergiesView.of(chart.covered("AllergyIntolerance", outcome).build());
    }

    @Test
    void namesEachAllergyWithWhatMustNotBeMissed() {
        ChartBuilder chart = aChart().allergy("Penicillin", "Anaphylaxis", "severe", "high")
                .allergy("Latex", "Rash")
                .fact(FactKind.ALLERGY, "Peanut", Standing.RESOLVED, "2010-01-02")
                .fact(FactKind.ALLERGY, "Sulfonamide", Standing.NEGATED, "2010-01-02");
        assertThat(of(chart, new Outcome.Found(4, 0)))
                .isEqualTo(new AllergiesView(
                        "recorded", List.of("Penicillin (high criticality)", "Latex", "Peanut (resolved)"), true));
    }

    @Test
    void saysThatMoreMayExistWhereNotAllWasRead() {
        assertThat(of(aChart().allergy("Latex", "Rash"), new Outcome.Failed("timeout", 1)))
                .isEqualTo(new AllergiesView("recorded", List.of("Latex"), false));
    }

    @Test
    void saysNoneRecordedOnlyWhereTheEhrHoldsNone() {
        assertThat(of(aChart(), new Outcome.NoneRecorded()).known()).isEqualTo("none-recorded");
        assertThat(AllergiesView.of(aChart().build()).known())
                .as("nobody asked for them")
                .isEqualTo("not-known");
    }

    static Stream<Outcome> gaps() {
        return Stream.of(
                new Outcome.NotPermitted(),
                new Outcome.NotAsked("outside-the-plan"),
                new Outcome.Failed("timeout", 0),
                new Outcome.Found(0, 1));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    void whatCouldNotBeReadIsNotKnown(Outcome outcome) {
        assertThat(of(aChart(), outcome).known()).isEqualTo("not-known");
    }
}
