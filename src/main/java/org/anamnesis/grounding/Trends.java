package org.anamnesis.grounding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/** Words for the direction of a value over time, and the direction that the numbers themselves have. */
final class Trends {

    private static final Map<String, Integer> DIRECTIONS = Map.ofEntries(
            Map.entry("rising", 1),
            Map.entry("rose", 1),
            Map.entry("rises", 1),
            Map.entry("risen", 1),
            Map.entry("increased", 1),
            Map.entry("increasing", 1),
            Map.entry("increases", 1),
            Map.entry("increase", 1),
            Map.entry("higher", 1),
            Map.entry("falling", -1),
            Map.entry("fell", -1),
            Map.entry("falls", -1),
            Map.entry("fallen", -1),
            Map.entry("decreased", -1),
            Map.entry("decreasing", -1),
            Map.entry("decreases", -1),
            Map.entry("decrease", -1),
            Map.entry("lower", -1),
            Map.entry("unchanged", 0),
            Map.entry("stable", 0),
            Map.entry("steady", 0));

    private Trends() {}

    static boolean isTrend(String word) {
        return DIRECTIONS.containsKey(word);
    }

    /** 1 up, 0 no change, -1 down. */
    static int direction(String word) {
        return DIRECTIONS.getOrDefault(word, 0);
    }

    /** The direction from the oldest to the newest of these facts, where two or more are numbers of one unit. */
    static Optional<Integer> direction(List<Fact> facts) {
        List<Fact> measured = facts.stream()
                .filter(fact -> fact.quantity().isPresent() && fact.time().isPresent())
                .sorted(Comparator.comparing(fact -> fact.time().orElseThrow()))
                .toList();
        if (measured.size() < 2) {
            return Optional.empty();
        }
        return change(measured.getFirst(), measured.getLast());
    }

    /** The direction from one number to another of its unit. */
    static Optional<Integer> change(Fact from, Fact to) {
        if (from.quantity().isEmpty() || to.quantity().isEmpty()) {
            return Optional.empty();
        }
        Value.Quantity one = from.quantity().get();
        Value.Quantity other = to.quantity().get();
        boolean sameUnit = Units.normal(one.unit()).equals(Units.normal(other.unit()));
        return sameUnit ? Optional.of(other.number().subtract(one.number()).signum()) : Optional.empty();
    }
}
