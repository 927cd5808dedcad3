package org.anamnesis.rules;

import java.util.Optional;
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
        String standing =
                plan.standing() == Standing.ON_HOLD ? ", " + plan.standing().word() : "";
        String category = plan.attribute(Attribute.Role.CATEGORY)
                .map(Attribute::text)
                .filter(text -> !text.equals("ordered"))
                .map(text -> text + ": ")
                .orElse("");
        Optional<String> due = plan.attribute(Attribute.Role.DUE).map(Attribute::text);
        // An appointment's own date is the day it is for: said once, with the time of day.
        boolean said = due.isPresent()
                && plan.time().filter(time -> time.text().equals(due.get())).isPresent();
        return category
                + Phrase.name(plan)
                + standing
                + (said
                        ? " on " + due.get()
                        : MedicinePhrase.dated(plan)
                                + due.map(text -> ", due " + text).orElse(""))
                + plan.attribute(Attribute.Role.REASON)
                        .map(reason -> " (" + Phrase.inSentence(reason.text()) + ")")
                        .orElse("");
    }
}
