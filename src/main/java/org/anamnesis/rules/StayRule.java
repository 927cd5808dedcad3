package org.anamnesis.rules;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Stay;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** A stay and its parts: when each began and ended, and why. */
final class StayRule implements SectionRule {

    private final Window window;

    StayRule(Window window) {
        this.window = window;
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        return window.stay().stream().flatMap(Stay::encounters).flatMap(StayRule::statements);
    }

    private static Stream<Statement> statements(Fact encounter) {
        Statement begin = Phrase.statement(
                Section.STAY,
                Phrase.name(encounter)
                        + Phrase.on(encounter)
                        + Phrase.with(encounter, Attribute.Role.REASON, "reason "),
                encounter);
        Optional<Statement> end = encounter
                .attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .map(time ->
                        Phrase.statement(Section.STAY, Phrase.name(encounter) + " until " + time.dayText(), encounter));
        return Stream.concat(Stream.of(begin), end.stream());
    }
}
