package org.anamnesis.rules;

import static org.anamnesis.chart.ChartBuilder.aChart;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.SummaryKind;
import org.junit.jupiter.api.Test;

class MustIncludeTest {

    private static final Chart CHART = aChart().problem(
                    "Chronic obstructive pulmonary disease", Standing.ACTIVE, "2015-02-01")
            .problem("Gout", Standing.RESOLVED, "2012-02-01")
            .allergy("Penicillin", "rash")
            .medication("Apixaban 5 mg", "5 mg twice daily", Standing.ACTIVE, "2024-10-08")
            .medication("Ibuprofen 400 mg", "as needed", Standing.STOPPED, "2010-10-08")
            .fact(FactKind.DIRECTIVE, "Do not attempt resuscitation", Standing.ACTIVE, "2024-11-09")
            .result(
                    "Potassium",
                    "6.9",
                    "mmol/L",
                    "2024-11-11",
                    Attribute.worded(Attribute.Role.INTERPRETATION, "critical high"))
            .result("Sodium", "139", "mmol/L", "2024-11-11")
            .build();

    @Test
    void everythingThatMustBeToldIsMissingFromNothing() {
        assertThat(missing(CHART))
                .extracting(Statement::text)
                .containsExactly(
                        "Chronic obstructive pulmonary disease, since 1 Feb 2015.",
                        "Penicillin: rash.",
                        "Do not attempt resuscitation, dated 9 Nov 2024.",
                        "Apixaban 5 mg twice daily, dated 8 Oct 2024.",
                        "Potassium 6.9 mmol/L on 11 Nov 2024 (critical high).");
    }

    @Test
    void whatAStatementNamesAndCitesIsTold() {
        assertThat(missing(
                        CHART,
                        says(Section.ACTIVE_PROBLEMS, "Chronic obstructive pulmonary disease.", "C1"),
                        says(Section.ALLERGIES, "Penicillin.", "A1")))
                .extracting(Statement::section)
                .doesNotContain(Section.ACTIVE_PROBLEMS, Section.ALLERGIES)
                .contains(Section.MEDICATIONS, Section.DIRECTIVES);
    }

    /** Else one sentence could cite the whole chart and tell nothing of it. */
    @Test
    void aCitationThatTheSentenceDoesNotNameTellsNothing() {
        assertThat(missing(CHART, says(Section.ALLERGIES, "Penicillin.", "A1", "M1")))
                .extracting(Statement::text)
                .anyMatch(text -> text.startsWith("Apixaban"));
    }

    @Test
    void aWithheldStatementTellsNothing() {
        assertThat(missing(CHART, says(Section.ALLERGIES, "Penicillin causes anaphylaxis.", "A1")))
                .extracting(Statement::section)
                .contains(Section.ALLERGIES);
    }

    @Test
    void thatNoAllergyIsRecordedMustBeToldToo() {
        Chart chart = aChart().covered("AllergyIntolerance", new Coverage.Outcome.NoneRecorded())
                .build();
        Statement none = missing(chart).getFirst();
        assertThat(none.text()).isEqualTo("No allergies or intolerances are recorded in this chart.");
        assertThat(MustInclude.missing(chart, SummaryKind.BRIEF, List.of(new Grounding(chart).check(none))))
                .isEmpty();
    }

    private record Said(Section section, String text, List<String> citations) {}

    private static Said says(Section section, String text, String... citations) {
        return new Said(section, text, List.of(citations));
    }

    private static List<Statement> missing(Chart chart, Said... told) {
        Grounding grounding = new Grounding(chart);
        List<CheckedStatement> checked = Stream.of(told)
                .map(said -> grounding.check(new Statement(said.section(), said.text(), said.citations())))
                .toList();
        return MustInclude.missing(chart, SummaryKind.BRIEF, checked);
    }
}
