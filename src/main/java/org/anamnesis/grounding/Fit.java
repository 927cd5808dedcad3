package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.FactKind;

/** Whether one fact bears out all that a clause says. */
final class Fit {

    private Fit() {}

    /** What the fact does not bear out, in words; empty where it bears out everything. */
    static List<String> misfits(Sought sought, Evidence evidence) {
        List<String> misfits = new ArrayList<>();
        for (Want want : sought.wants()) {
            boolean borneOut = switch (want) {
                case Want.Term term -> evidence.says(term.normal());
                case Want.Figure figure ->
                    isDosed(figure, evidence)
                            ? isDose(figure, evidence)
                            : evidence.has(figure.number(), false)
                                    || isNamed(figure, evidence)
                                    || isNoDose(figure, evidence);
                case Want.When when -> isAt(when, evidence);
                case Want.At at -> evidence.isAt(at.clock());
            };
            if (!borneOut) {
                misfits.add(words(want, evidence));
            }
        }
        outcome(sought, evidence).ifPresent(misfits::add);
        return misfits;
    }

    /** "Home" is not "home health care": of an outcome all words must be said, or none. */
    private static Optional<String> outcome(Sought sought, Evidence evidence) {
        Set<String> terms = sought.terms().stream().map(Want.Term::normal).collect(Collectors.toSet());
        return evidence.fact()
                .attribute(Attribute.Role.OUTCOME)
                .or(() -> evidence.fact().attribute(Attribute.Role.DISCHARGED_TO))
                .map(Attribute::text)
                .filter(text -> {
                    Set<String> words = Lookup.words(text);
                    return words.stream().anyMatch(terms::contains) && !terms.containsAll(words);
                })
                .map(text -> "the outcome in the chart is %s".formatted(text));
    }

    /** A number with a unit, said of a drug whose dose is known, is its dose or a strength in its own name. */
    private static boolean isDosed(Want.Figure figure, Evidence evidence) {
        return evidence.fact().kind() == FactKind.MEDICATION
                && figure.number().unit().isPresent()
                && !evidence.doses().isEmpty();
    }

    private static boolean isDose(Want.Figure figure, Evidence evidence) {
        return Stream.concat(
                        doses(evidence),
                        Sentence.tokens(evidence.fact().concept().text()).stream()
                                .filter(Token.Number.class::isInstance)
                                .map(Token.Number.class::cast))
                .anyMatch(known -> known.isSame(figure.number()));
    }

    /** Where the dose stands by itself, the strengths of the tablets in an instruction are none. */
    private static Stream<Token.Number> doses(Evidence evidence) {
        List<Token.Number> own = Stream.of(Attribute.Role.DOSE, Attribute.Role.RATE)
                .flatMap(evidence.fact()::attributes)
                .flatMap(attribute -> Sentence.tokens(attribute.text()).stream())
                .filter(Token.Number.class::isInstance)
                .map(Token.Number.class::cast)
                .toList();
        boolean isAlone = own.stream().anyMatch(number -> number.unit().isPresent());
        return isAlone ? own.stream() : evidence.doses().stream();
    }

    /** Some systems write a dose of zero for "see the protocol". */
    private static boolean isNoDose(Want.Figure figure, Evidence evidence) {
        return figure.number().value().signum() == 0
                && evidence.fact().kind() == FactKind.MEDICATION
                && evidence.doses().isEmpty();
    }

    private static boolean isNamed(Want.Figure figure, Evidence evidence) {
        return evidence.strengths().stream().anyMatch(known -> known.isSame(figure.number()));
    }

    private static boolean isAt(Want.When when, Evidence evidence) {
        return switch (when.role()) {
            case ANY -> evidence.isAt(when.day()) || evidence.isEndedAt(when.day());
            case START -> evidence.isAt(when.day());
            case END ->
                evidence.fact().kind() == FactKind.ENCOUNTER
                        ? evidence.isEndedAt(when.day())
                        : evidence.isEndedAt(when.day()) || evidence.isAt(when.day());
        };
    }

    private static String words(Want want, Evidence evidence) {
        return switch (want) {
            case Want.Term term -> "“%s” is not said of it".formatted(term.written());
            case Want.Figure figure ->
                "the chart has %s, not %s"
                        .formatted(evidence.valueText(), figure.number().written());
            case Want.When when -> "it is not of %s".formatted(when.day().written());
            case Want.At at -> "it is not of %s".formatted(at.clock().written());
        };
    }
}
