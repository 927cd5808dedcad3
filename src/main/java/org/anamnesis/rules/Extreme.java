package org.anamnesis.rules;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/**
 * The worst value of a test: the highest one that is too high, else the lowest one that is too low.
 *
 * @param fact the measurement
 * @param word {@code highest} or {@code lowest}, of all that the chart has of this test
 */
record Extreme(Fact fact, String word) {

    /** An extreme of longer ago is no part of what goes on now. */
    private static final int DAYS = 90;

    /**
     * Empty where there is none, where it is one of the two newest values, or where it cannot be told since units differ.
     *
     * @param newestFirst numbers of one test with their times
     */
    static Optional<Extreme> of(List<Fact> newestFirst) {
        boolean comparable = newestFirst.stream()
                .allMatch(fact -> fact.quantity()
                        .filter(value -> value.comparator().isEmpty())
                        .filter(value -> value.unit().equals(unit(newestFirst.getFirst())))
                        .isPresent());
        if (!comparable) {
            return Optional.empty();
        }
        Comparator<Fact> byNumber = Comparator.comparing(Extreme::number);
        Fact highest = newestFirst.stream().max(byNumber).orElseThrow();
        Fact lowest = newestFirst.stream().min(byNumber).orElseThrow();
        return Stream.of(
                        Optional.of(new Extreme(highest, "highest")).filter(found -> isToo("high", highest)),
                        Optional.of(new Extreme(lowest, "lowest")).filter(found -> isToo("low", lowest)))
                .flatMap(Optional::stream)
                .filter(found -> newestFirst.stream()
                        .limit(2)
                        .noneMatch(recent -> number(recent).compareTo(number(found.fact())) == 0))
                .filter(found -> isRecent(found.fact(), newestFirst.getFirst()))
                .findFirst();
    }

    private static boolean isToo(String direction, Fact fact) {
        boolean flagged = fact.attributes(Attribute.Role.INTERPRETATION)
                .anyMatch(flag -> flag.text().toLowerCase(Locale.ROOT).contains(direction));
        return flagged
                || fact.attribute(Attribute.Role.REFERENCE_RANGE).flatMap(Attribute::value).stream()
                        .filter(Value.Range.class::isInstance)
                        .map(Value.Range.class::cast)
                        .anyMatch(range -> direction.equals("high")
                                ? range.high()
                                        .filter(bound -> bound.number().compareTo(number(fact)) < 0)
                                        .isPresent()
                                : range.low()
                                        .filter(bound -> bound.number().compareTo(number(fact)) > 0)
                                        .isPresent());
    }

    private static boolean isRecent(Fact fact, Fact newest) {
        return fact.time().isPresent()
                && newest.time().isPresent()
                && fact.time()
                        .get()
                        .date()
                        .plusDays(DAYS)
                        .isAfter(newest.time().get().date());
    }

    private static BigDecimal number(Fact fact) {
        return fact.quantity().map(Value.Quantity::number).orElse(BigDecimal.ZERO);
    }

    private static String unit(Fact fact) {
        return fact.quantity().map(Value.Quantity::unit).orElse("");
    }
}
