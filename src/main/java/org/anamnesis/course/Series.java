package org.anamnesis.course;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Value;

/**
 * One test or vital sign over time.
 *
 * @param points the newest first, the undated ones last; never empty
 */
public record Series(List<Point> points) {

    public Series {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series has points");
        }
    }

    /** Which way the newest number went from the one before it. */
    public enum Trend {
        RISING,
        FALLING,
        UNCHANGED
    }

    /**
     * One measurement: a fact, or one part of a panel.
     *
     * @param fact the fact to cite
     * @param test what was measured; of a panel's part, the part's own name
     * @param value what was found; of a panel's part, the part's own
     */
    public record Point(Fact fact, Concept test, Value value) {

        /** What was found, where it is one number that is no bound. */
        Optional<BigDecimal> number() {
            return value instanceof Value.Quantity quantity
                            && quantity.comparator().isEmpty()
                    ? Optional.of(quantity.number())
                    : Optional.empty();
        }
    }

    /** As the newest point has it. */
    public String name() {
        return newest().test().text();
    }

    public Point newest() {
        return points.getFirst();
    }

    /** The one before the newest, of another time. */
    public Optional<Point> previous() {
        return points.stream()
                .skip(1)
                .filter(point -> !point.fact().time().equals(newest().fact().time()))
                .findFirst();
    }

    public Point first() {
        return points.getLast();
    }

    public int count() {
        return points.size();
    }

    /** The smallest number, the newest of equal ones; empty where there are only words or bounds. */
    public Optional<Point> lowest() {
        return extreme((one, other) -> compare(one, other) <= 0 ? one : other);
    }

    /** The largest number, the newest of equal ones. */
    public Optional<Point> highest() {
        return extreme((one, other) -> compare(one, other) >= 0 ? one : other);
    }

    /** From the previous to the newest value, where both are numbers. */
    public Optional<Trend> trend() {
        return previous()
                .filter(point -> point.number().isPresent() && newest().number().isPresent())
                .map(point -> compare(newest(), point))
                .map(change -> change > 0 ? Trend.RISING : change < 0 ? Trend.FALLING : Trend.UNCHANGED);
    }

    private Optional<Point> extreme(BinaryOperator<Point> choice) {
        return numbers().reduce(choice);
    }

    private Stream<Point> numbers() {
        return points.stream().filter(point -> point.number().isPresent());
    }

    private static int compare(Point one, Point other) {
        return Comparator.<BigDecimal>naturalOrder()
                .compare(one.number().orElseThrow(), other.number().orElseThrow());
    }
}
