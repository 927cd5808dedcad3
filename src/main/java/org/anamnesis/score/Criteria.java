package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Adds the parts of a checklist to a tally: each has its points or none, and says what it rests on. */
final class Criteria {

    private static final String YES = "yes";

    private final Findings findings;
    private final Tally tally;

    Criteria(Findings findings, Tally tally) {
        this.findings = findings;
        this.tally = tally;
    }

    /** A number that is or is not so. */
    Criteria number(String name, String points, Parameter parameter, Predicate<BigDecimal> holds) {
        tally.asks(parameter);
        return number(name, points, findings.number(parameter), holds);
    }

    /** Of two values for one time, the one that holds counts. */
    <T> Criteria number(String name, String points, Lookup<T> input, Predicate<T> holds) {
        switch (input) {
            case Lookup.Found<T> found -> {
                List<Measured<T>> holding = found.values().stream()
                        .filter(value -> holds.test(value.value()))
                        .toList();
                List<Measured<?>> shown = List.copyOf(holding.isEmpty() ? found.values() : holding);
                part(name, holding.isEmpty() ? "0" : points, shown, holding.isEmpty() ? "not met" : "met");
            }
            case Lookup.Absent<T> absent -> tally.lacks(absent.missing());
        }
        return this;
    }

    /** A question of the checklist that a person answered; where nobody did, it is for a person. */
    Criteria answer(String name, String points, Parameter parameter) {
        return number(name, points, findings.answer(parameter), YES::equals);
    }

    /** A disease the patient has or ever had, by the problem list and the procedures. */
    Criteria everHad(String name, String points, String... keys) {
        return history(
                name,
                points,
                keys,
                Arrays.stream(keys)
                        .flatMap(key -> findings.everHad(key).stream())
                        .toList());
    }

    /** A disease the patient has, or a medicine the patient takes. */
    Criteria has(String name, String points, String... keys) {
        return history(
                name,
                points,
                keys,
                Arrays.stream(keys).flatMap(key -> findings.has(key).stream()).toList());
    }

    private Criteria history(String name, String points, String[] keys, List<Measured<String>> found) {
        if (!found.isEmpty()) {
            part(name, points, List.copyOf(found), "recorded");
            return this;
        }
        Arrays.stream(keys)
                .map(findings::unseen)
                .filter(Missing.Why.NotRead.class::isInstance)
                .findFirst()
                .ifPresentOrElse(
                        why -> tally.lacks(new Missing(name, why)), () -> part(name, "0", List.of(), "not recorded"));
        return this;
    }

    /** A part of a checklist that a caller worked out. */
    Criteria part(String name, String points, List<Measured<?>> inputs, String rule) {
        tally.add(new Component(name, inputs, rule, new BigDecimal(points)));
        return this;
    }
}
