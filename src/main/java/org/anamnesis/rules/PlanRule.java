package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Orders, appointments, goals and results that are still open. */
final class PlanRule implements SectionRule {

    private static final int PLANS = 15;

    @Override
    public Stream<Statement> statements(Chart chart) {
        Stream<Statement> open = chart.facts(FactKind.PLAN)
                .filter(plan -> plan.standing().isCurrent()
                        || plan.standing() == Standing.PLANNED
                        || plan.standing() == Standing.ON_HOLD)
                .limit(PLANS)
                .map(plan -> Phrase.statement(Section.PLAN, text(plan), plan));
        return Stream.concat(open, pending(chart));
    }

    /** The results that are not final yet. */
    static Stream<Statement> pending(Chart chart) {
        return Stream.of(FactKind.RESULT, FactKind.VITAL)
                .flatMap(chart::facts)
                .filter(result -> result.standing() == Standing.PRELIMINARY
                        || (result.standing() == Standing.PLANNED
                                && result.value().isEmpty()))
                .limit(PLANS)
                .map(result -> Phrase.statement(
                        Section.PLAN,
                        Phrase.name(result) + ", " + result.standing().word() + Phrase.on(result),
                        result));
    }

    private static String text(Fact plan) {
        String standing = plan.standing() == Standing.UNSTATED
                ? ""
                : ", " + plan.standing().word();
        String category = plan.attribute(Attribute.Role.CATEGORY)
                .map(Attribute::text)
                .filter(text -> !text.equals("ordered"))
                .map(text -> text + ": ")
                .orElse("");
        return category
                + Phrase.name(plan)
                + standing
                + Phrase.dated(plan)
                + Phrase.with(plan, Attribute.Role.DUE, "due ")
                + Phrase.with(plan, Attribute.Role.REASON, "reason ");
    }
}
