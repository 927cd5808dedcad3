package org.anamnesis.conflict;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Value;
import org.anamnesis.course.Dosing;
import org.anamnesis.course.Said;

/** How facts and sentences are told as sides of a conflict. */
final class Sides {

    private Sides() {}

    /** The sentences of notes that say the same, the first one in words. */
    static Side of(List<Line> lines) {
        Line first = lines.getFirst();
        return new Side(
                "note",
                first.text(),
                first.note().time(),
                lines.stream().map(Line::id).toList());
    }

    static Side of(Line line) {
        return of(List.of(line));
    }

    /** A fact, in its own words. */
    static Side of(Fact fact) {
        return new Side(what(fact), text(fact), fact.time(), List.of(fact.id()));
    }

    /** Facts that say the same, the first one in words. */
    static Side ofFacts(List<Fact> facts) {
        return of(facts.getFirst()).and(facts.stream().map(Fact::id));
    }

    private static String what(Fact fact) {
        return switch (fact.kind()) {
            case MEDICATION ->
                switch (Said.of(fact)) {
                    case ORDERED -> "order";
                    case REPORTED -> "reported medicine";
                    case GIVEN -> "dose given";
                    case DISPENSED -> "medicine handed out";
                };
            case RESULT, VITAL -> fact.quantity().isPresent() ? "measurement" : "result";
            case PROBLEM -> "problem list";
            case ALLERGY -> "allergy list";
            default -> fact.kind().word();
        };
    }

    private static String text(Fact fact) {
        Stream<String> said = switch (fact.kind()) {
            case MEDICATION ->
                Stream.of(
                                Dosing.words(fact).stream(),
                                Stream.of(fact.standing().word()),
                                fact.attribute(Attribute.Role.ENDED).stream().map(end -> "until " + end.text()))
                        .flatMap(part -> part);
            case PROBLEM, ALLERGY, DIRECTIVE ->
                Stream.concat(
                        fact.attributes(Attribute.Role.BODY_SITE).map(Attribute::text),
                        Stream.of(fact.standing().word()));
            case PROCEDURE ->
                Stream.concat(
                        fact.attributes(Attribute.Role.BODY_SITE).map(Attribute::text),
                        fact.attributes(Attribute.Role.COMMENT).map(Attribute::text));
            default -> fact.value().map(Value::text).stream();
        };
        String details = said.collect(Collectors.joining(", "));
        String name = fact.concept().text();
        return details.isEmpty() || fact.kind() == FactKind.PATIENT ? name : name + ": " + details;
    }
}
