package org.anamnesis.rules;

import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** Code status, advance directives, alerts and consents that are in force. */
final class DirectivesRule implements SectionRule {

    @Override
    public Stream<Statement> statements(Chart chart) {
        return chart.facts(FactKind.DIRECTIVE)
                .filter(directive -> directive.standing().isCurrent() || directive.standing() == Standing.FINAL)
                .map(directive -> Phrase.statement(Section.DIRECTIVES, text(directive), directive));
    }

    private static String text(Fact directive) {
        String value =
                directive.value().map(Value::text).map(text -> ": " + text).orElse("");
        return Phrase.name(directive)
                + value
                + Phrase.with(directive, Attribute.Role.OUTCOME, "")
                + directive.time().map(time -> ", dated " + time.dayText()).orElse("");
    }
}
