package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.grounding.PlainWords;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** The active problems for the patient: each with what it is called at home, where that says the same. */
final class PlainProblemsRule implements SectionRule {

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> active = ProblemsRule.active(chart)
                .map(problem -> Phrase.statement(Section.ACTIVE_PROBLEMS, text(problem), problem));
        return Stream.concat(active, ProblemsRule.none(chart));
    }

    private static String text(Fact problem) {
        return ProblemsRule.text(
                problem, PlainWords.of(problem).map(plain -> " (" + plain + ")").orElse(""));
    }
}
