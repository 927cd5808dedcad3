package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds up a score part by part and keeps what each part rests on; one missing part leaves the whole not computable. */
final class Tally {

    private final Findings findings;
    private final List<Component> known = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Parameter> asked = new ArrayList<>();

    Tally(Findings findings) {
        this.findings = findings;
    }

    /** A number by a table of points. */
    Tally add(String name, Parameter parameter, Bands bands) {
        asked.add(parameter);
        return add(name, findings.number(parameter), bands);
    }

    /** A number by a table of points, found elsewhere. */
    Tally add(String name, Lookup<BigDecimal> input, Bands bands) {
        return add(name, input, bands::of);
    }

    /** Anything by a rule. */
    <T> Tally add(String name, Lookup<T> input, Function<T, Bands.Awarded> rule) {
        switch (input) {
            case Lookup.Found<T> found -> {
                Measured<T> worst = found.worst(
                        Comparator.comparingInt((T value) -> rule.apply(value).points()));
                Bands.Awarded awarded = rule.apply(worst.value());
                List<Measured<?>> shown = new ArrayList<>(List.of(worst));
                found.values().stream().filter(other -> other != worst).forEach(shown::add);
                known.add(new Component(name, shown, awarded.rule(), BigDecimal.valueOf(awarded.points())));
            }
            case Lookup.Absent<T> absent -> missing.add(absent.missing());
        }
        return this;
    }

    /** A part that is already worked out. */
    Tally add(Component component) {
        known.add(component);
        return this;
    }

    Tally lacks(Missing what) {
        missing.add(what);
        return this;
    }

    /** Inputs whose refused values are to be shown. */
    Tally asks(Parameter... parameters) {
        asked.addAll(List.of(parameters));
        return this;
    }

    Tally note(String note) {
        notes.add(note);
        return this;
    }

    /** The sum and its band, or what is missing. */
    Outcome sum(Function<BigDecimal, Band> bands) {
        BigDecimal sum = known.stream().map(Component::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return is(sum, sum.toPlainString(), bands.apply(sum));
    }

    /** The parts with what they come to, or what is missing. */
    Outcome is(BigDecimal total, String text, Band band) {
        List<Refusal> refused = findings.refusals(asked);
        return missing.isEmpty()
                ? new Outcome.Computed(total, text, band, known, notes, refused)
                : new Outcome.NotComputable(missing, known, Optional.of(band), refused);
    }

    /** The parts without a total, because an input is missing. */
    Outcome lacking() {
        return new Outcome.NotComputable(missing, known, Optional.empty(), findings.refusals(asked));
    }

    List<Component> known() {
        return List.copyOf(known);
    }
}
