package org.anamnesis.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** How well an estimate agrees with what people found, with intervals by the bootstrap. */
public final class Agreement {

    private static final int RESAMPLES = 1_000;
    private static final long SEED = 20_240_229L;
    private static final double TAIL = 0.025;

    private Agreement() {}

    /**
     * One item.
     *
     * @param estimate the product's
     * @param found the people's; for the area under the curve, whether it is above zero
     */
    public record Pair(double estimate, double found) {}

    /** The share of pairs of a found and an unfound item in which the found one has the higher estimate; half for ties. */
    public static Figure areaUnderCurve(String name, String words, List<Pair> pairs) {
        return figure(name, words, pairs, Agreement::area);
    }

    /** Pearson's coefficient. */
    public static Figure correlation(String name, String words, List<Pair> pairs) {
        return figure(name, words, pairs, Agreement::pearson);
    }

    private static Figure figure(String name, String words, List<Pair> pairs, ToDoubleFunction<List<Pair>> measure) {
        double value = pairs.isEmpty() ? Double.NaN : measure.applyAsDouble(pairs);
        Optional<Interval> interval = Double.isNaN(value) ? Optional.empty() : Optional.of(interval(pairs, measure));
        return new Figure(name, words, value, Figure.Unit.NUMBER, pairs.size(), interval, Optional.empty());
    }

    private static Interval interval(List<Pair> pairs, ToDoubleFunction<List<Pair>> measure) {
        Random random = new Random(SEED);
        double[] values = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            List<Pair> drawn = new ArrayList<>(pairs.size());
            for (int i = 0; i < pairs.size(); i++) {
                drawn.add(pairs.get(random.nextInt(pairs.size())));
            }
            double value = measure.applyAsDouble(drawn);
            values[sample] = Double.isNaN(value) ? measure.applyAsDouble(pairs) : value;
        }
        Arrays.sort(values);
        return new Interval(
                Distribution.percentile(values, TAIL), Distribution.percentile(values, 1 - TAIL), "bootstrap");
    }

    private static double area(List<Pair> pairs) {
        double[] with = pairs.stream()
                .filter(pair -> pair.found() > 0)
                .mapToDouble(Pair::estimate)
                .toArray();
        double[] without = pairs.stream()
                .filter(pair -> pair.found() <= 0)
                .mapToDouble(Pair::estimate)
                .toArray();
        if (with.length == 0 || without.length == 0) {
            return Double.NaN;
        }
        double above = 0;
        for (double one : with) {
            for (double other : without) {
                above += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return above / ((double) with.length * without.length);
    }

    private static double pearson(List<Pair> pairs) {
        double meanX = pairs.stream().mapToDouble(Pair::estimate).average().orElse(Double.NaN);
        double meanY = pairs.stream().mapToDouble(Pair::found).average().orElse(Double.NaN);
        double both = 0;
        double x = 0;
        double y = 0;
        for (Pair pair : pairs) {
            both += (pair.estimate() - meanX) * (pair.found() - meanY);
            x += (pair.estimate() - meanX) * (pair.estimate() - meanX);
            y += (pair.found() - meanY) * (pair.found() - meanY);
        }
        return x == 0 || y == 0 ? Double.NaN : both / Math.sqrt(x * y);
    }
}
