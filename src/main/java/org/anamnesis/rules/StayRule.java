package org.anamnesis.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.course.Stay;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;

/** A stay and its parts: when each began and ended, why, and where to. */
final class StayRule implements SectionRule {

    private final Window window;

    StayRule(Window window) {
        this.window = window;
    }

    @Override
    public Stream<Statement> statements(Chart chart) {
        Wording wording = new Wording(chart);
        return window.stay().stream().flatMap(Stay::encounters).flatMap(encounter -> statements(encounter, wording));
    }

    private static Stream<Statement> statements(Fact encounter, Wording wording) {
        String text = Phrase.name(encounter)
                + Phrase.during(encounter)
                + Phrase.reason(encounter)
                + encounter
                        .attribute(Attribute.Role.DISCHARGED_TO)
                        .map(place -> ", discharged to " + Phrase.inSentence(place.text()))
                        .orElse("");
        return wording.either(Phrase.statement(Section.STAY, text, encounter), plainly(encounter));
    }

    private static List<Statement> plainly(Fact encounter) {
        Statement begin = Phrase.statement(Section.STAY, Phrase.name(encounter) + Phrase.on(encounter), encounter);
        Optional<Statement> end = encounter
                .attribute(Attribute.Role.ENDED)
                .flatMap(Attribute::time)
                .map(time ->
                        Phrase.statement(Section.STAY, Phrase.name(encounter) + " until " + time.dayText(), encounter));
        return Stream.concat(Stream.of(begin), end.stream()).toList();
    }
}
