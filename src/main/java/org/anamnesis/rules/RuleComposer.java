package org.anamnesis.rules;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.grounding.Statement;

/** Composes the whole summary of a chart by rules. */
public final class RuleComposer {

    private static final List<SectionRule> SECTIONS = List.of(
            new OneLinerRule(),
            new ProblemsRule(),
            new AllergiesRule(),
            new DirectivesRule(),
            new MedicationsRule(),
            new ResultsRule(),
            new EncountersRule(),
            new PlanRule());

    private RuleComposer() {}

    /** The statements of all sections, in reading order; each cites the facts it was made from. */
    public static List<Statement> compose(Chart chart) {
        return SECTIONS.stream().flatMap(section -> section.statements(chart)).toList();
    }
}
