package org.anamnesis.triage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anamnesis.score.Component;
import org.anamnesis.score.Consciousness;
import org.anamnesis.score.Lookup;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Parameter;

/** Conditions on what was measured. */
final class MeasuredTerms {

    private static final Map<String, Parameter> NUMBERS = Map.of(
            "temp", Parameter.TEMPERATURE,
            "hr", Parameter.HEART_RATE,
            "rr", Parameter.RESPIRATORY_RATE,
            "spo2", Parameter.OXYGEN_SATURATION,
            "sbp", Parameter.SYSTOLIC_PRESSURE,
            "dbp", Parameter.DIASTOLIC_PRESSURE,
            "pain", Parameter.PAIN);

    /** The lower end of the saturation that patients who retain carbon dioxide are meant to have. */
    private static final BigDecimal HYPERCAPNIC_TARGET = BigDecimal.valueOf(88);

    private static final BigDecimal RED = BigDecimal.valueOf(3);

    private MeasuredTerms() {}

    /** A comparison of a number; empty where the name is none. */
    static Optional<Term> compared(String name, Bound bound) {
        return switch (name) {
            case "gcs" -> Optional.of(visit -> found(visit.findings().coma(), bound::holds));
            case "shock-index" -> Optional.of(visit -> shockIndex(visit, bound));
            case "news2" -> Optional.of(visit -> news2(visit, bound));
            default ->
                Optional.ofNullable(NUMBERS.get(name)).map(parameter -> visit -> number(visit, parameter, bound));
        };
    }

    /** A condition without a number; empty where the name is none. */
    static Optional<Term> named(String name) {
        return switch (name) {
            case "not-alert" ->
                Optional.of(visit -> found(visit.findings().consciousness(), level -> level != Consciousness.ALERT));
            case "unresponsive" ->
                Optional.of(visit -> found(
                        visit.findings().consciousness(),
                        level -> level == Consciousness.PAIN || level == Consciousness.UNRESPONSIVE));
            case "news2-red" -> Optional.of(MeasuredTerms::red);
            case "danger-zone" -> Optional.of(Presentation::inDangerZone);
            case "no-vitals" ->
                Optional.of(visit -> Truth.yesIf(
                        visit.hasNoVitals(),
                        List.of(new Evidence("no vital sign was written", Optional.empty(), Optional.empty()))));
            default -> Optional.empty();
        };
    }

    /** What was written instead of a pain score. */
    static Term painIs(List<String> words) {
        return visit -> visit.findings()
                .word(Parameter.PAIN)
                .value()
                .filter(written -> words.contains(written.value()))
                .map(written -> Truth.yes(List.of(Evidence.of(written))))
                .orElse(Truth.NO);
    }

    private static Truth number(Presentation visit, Parameter parameter, Bound bound) {
        boolean inTarget = parameter == Parameter.OXYGEN_SATURATION && bound.isUpper() && visit.hasHypercapnicTarget();
        return found(
                visit.findings().number(parameter),
                value -> bound.holds(value) && !(inTarget && value.compareTo(HYPERCAPNIC_TARGET) >= 0));
    }

    private static <T> Truth found(Lookup<T> input, Predicate<T> holds) {
        return switch (input) {
            case Lookup.Found<T> found -> {
                List<Evidence> evidence = found.values().stream()
                        .filter(value -> holds.test(value.value()))
                        .map((Measured<T> value) -> Evidence.of(value))
                        .toList();
                yield Truth.yesIf(!evidence.isEmpty(), evidence);
            }
            case Lookup.Absent<T> absent -> Truth.open(absent.missing());
        };
    }

    private static Truth shockIndex(Presentation visit, Bound bound) {
        return switch (visit.shockIndex()) {
            case Outcome.Computed computed ->
                Truth.yesIf(
                        bound.holds(computed.total()),
                        evidence("shock index " + computed.text(), computed.components()));
            case Outcome.NotComputable lacking -> Truth.open(lacking.missing().getFirst());
            case Outcome.NotApplicable ignored -> Truth.NO;
        };
    }

    /** The known parts decide where they reach the limit; where they do not, what is missing might. */
    private static Truth news2(Presentation visit, Bound bound) {
        BigDecimal known = visit.news2AtLeast();
        if (bound.holds(known)) {
            String words = "NEWS2 " + (visit.news2Missing().isEmpty() ? "" : "at least ") + known.toPlainString();
            return Truth.yes(evidence(words, visit.news2Parts()));
        }
        return unknown(visit);
    }

    private static Truth red(Presentation visit) {
        List<Component> red = visit.news2Parts().stream()
                .filter(part -> part.points().compareTo(RED) == 0)
                .toList();
        return red.isEmpty() ? unknown(visit) : Truth.yes(evidence("3 points in NEWS2", red));
    }

    private static Truth unknown(Presentation visit) {
        List<Missing> missing = visit.news2Missing();
        return missing.isEmpty() ? Truth.NO : new Truth(Answer.OPEN, List.of(), missing);
    }

    private static List<Evidence> evidence(String words, List<Component> parts) {
        return Stream.concat(
                        Stream.of(new Evidence(words, Optional.empty(), Optional.empty())),
                        parts.stream()
                                .filter(part -> part.points().signum() != 0)
                                .flatMap(part -> part.inputs().stream())
                                .map(Evidence::of))
                .toList();
    }
}
