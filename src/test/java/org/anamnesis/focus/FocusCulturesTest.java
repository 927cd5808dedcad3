package org.anamnesis.focus;

import static org.anamnesis.focus.WardChart.aWard;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.junit.jupiter.api.Test;

class FocusCulturesTest {

    private static final Chart CHART = aWard().stay("stay", "2151-05-10T20:00", "2151-05-20T12:00")
            .in("stay")
            .culture("u1", "URINE", "URINE CULTURE", "growth", "2151-05-11T08:00")
            .organism("ESCHERICHIA COLI", "u1", "URINE", "URINE CULTURE", "2151-05-11T08:00")
            .culture("u2", "URINE", "URINE CULTURE", "NO GROWTH.", "2151-05-15T08:00")
            .culture("b1", "BLOOD CULTURE", "Blood Culture, Routine", "NO GROWTH.", "2151-05-12T08:00")
            .outside()
            .culture("b0", "BLOOD CULTURE", "Blood Culture, Routine", "NO GROWTH.", "2151-05-09T08:00")
            .build();

    private static Choice choose(Chart chart, String question) {
        return new Focus(chart).choose(new Question(question, chart.asOf()));
    }

    private static List<String> ids(String question) {
        return choose(CHART, question) instanceof Choice.Chosen chosen
                ? chosen.ids().stream().map(CitationId::toString).toList()
                : List.of();
    }

    @Test
    void givesAnOrganismWithItsCultureAndACultureWithItsOrganism() {
        assertThat(ids("What organism was found in the urine?")).containsExactly("L2", "L1");
        assertThat(ids("When was the first urine microbiology test?")).containsExactly("L1", "L2");
    }

    @Test
    void findsTheLastSpecimenThatWasTested() {
        assertThat(ids("What specimen was tested last?")).containsExactly("L3", "L5");
    }

    @Test
    void doesNotLetATestOutsideOfAnyStayHideTheFirstOneOfTheStay() {
        assertThat(ids("When was the first blood culture?")).containsExactly("L5", "L4");
    }

    @Test
    void findsNoOrganismInACultureThatGrewNothingButNamesTheCulture() {
        Choice choice = choose(CHART, "Has any organism been found in the last blood culture test?");
        assertThat(choice)
                .isInstanceOfSatisfying(
                        Choice.NothingFound.class,
                        nothing -> assertThat(nothing.lookedAt())
                                .extracting(CitationId::toString)
                                .contains("L4"));
    }

    @Test
    void readsTheOrganismInTheWordsOfAResultWhereThereAreNoOrganismsApart() {
        Chart words = aWard().culture(
                        "s1", "SPUTUM", "Sputum culture", "Haemophilus influenzae, heavy growth", "2151-05-11T08:00")
                .culture("s2", "SPUTUM", "Sputum culture", "No growth", "2151-05-12T08:00")
                .build();
        assertThat(choose(words, "What organisms were found?"))
                .isInstanceOfSatisfying(
                        Choice.Chosen.class,
                        chosen -> assertThat(chosen.ids())
                                .extracting(CitationId::toString)
                                .containsExactly("L1"));
    }
}
