package org.anamnesis.measure;

import java.util.Collection;
import java.util.Optional;

/**
 * One thing that was measured over the items of a set.
 *
 * @param name a stable word for programs, e.g. {@code recall-mean}
 * @param words what it is, for people
 * @param value the value; not a number where there was no item to measure
 * @param unit what it is a number of
 * @param items over how many
 * @param interval how sure it is
 * @param target what is wanted, where something is
 */
public record Figure(
        String name,
        String words,
        double value,
        Unit unit,
        int items,
        Optional<Interval> interval,
        Optional<Target> target) {

    /** What a figure is a number of. */
    public enum Unit {
        SHARE,
        NUMBER,
        COUNT,
        RESOURCES,
        TOKENS,
        MILLISECONDS,
        MEGABYTES
    }

    /** How many of some items. */
    public static Figure share(String name, String words, int hits, int items) {
        return new Figure(
                name,
                words,
                items == 0 ? Double.NaN : (double) hits / items,
                Unit.SHARE,
                items,
                items == 0 ? Optional.empty() : Optional.of(Interval.ofShare(hits, items)),
                Optional.empty());
    }

    /** The mean of a number between 0 and 1 that each item has. */
    public static Figure meanShare(String name, String words, Collection<Double> values) {
        Distribution distribution = Distribution.of(values);
        return new Figure(
                name,
                words,
                distribution.mean(),
                Unit.SHARE,
                values.size(),
                values.isEmpty() ? Optional.empty() : Optional.of(Interval.ofMean(distribution.values())),
                Optional.empty());
    }

    /** A number without an interval. */
    public static Figure number(String name, String words, double value, Unit unit, int items) {
        return new Figure(name, words, value, unit, items, Optional.empty(), Optional.empty());
    }

    /** The same, with how sure it is. */
    public Figure within(Interval sure) {
        return new Figure(name, words, value, unit, items, Optional.of(sure), target);
    }

    /** The same, with what is wanted of it. */
    public Figure wanted(Target wanted) {
        return new Figure(name, words, value, unit, items, interval, Optional.of(wanted));
    }

    /** Whether it is as wanted; empty where nothing is wanted of it, or nothing was measured. */
    public Optional<Boolean> isMet() {
        return target.filter(wanted -> !Double.isNaN(value)).map(wanted -> wanted.isMetBy(value));
    }
}
