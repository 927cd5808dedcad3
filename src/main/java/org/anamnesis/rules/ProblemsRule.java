package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Every problem that is active now, with its onset. */
final class ProblemsRule implements SectionRule {

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> active = active(chart)
                .map(problem ->
                        Phrase.statement(Section.ACTIVE_PROBLEMS, Phrase.name(problem) + since(problem), problem));
        return Stream.concat(active, Phrase.noneRecorded(chart, Section.ACTIVE_PROBLEMS, "problems", "Condition"));
    }

    /** Active problems, in the chart's order. */
    static Stream<Fact> active(Chart chart) {
        return chart.facts(FactKind.PROBLEM)
                .filter(problem -> problem.standing().isCurrent());
    }

    private static String since(Fact problem) {
        return problem.attribute(Attribute.Role.ONSET)
                .map(onset ->
                        ", since " + onset.time().map(time -> time.dayText()).orElse(onset.text()))
                .or(() -> problem.time().map(time -> ", recorded " + time.dayText()))
                .orElse("");
    }
}
