package org.anamnesis.measure;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Where the true value lies in 95 of 100 cases, were the items drawn at random from all such items.
 *
 * @param low the lower end
 * @param high the upper end
 * @param method {@code Wilson} or {@code bootstrap}
 */
public record Interval(double low, double high, String method) {

    private static final double Z_95 = 1.959963984540054;
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_240_229L;
    private static final double TAIL = 0.025;

    /**
     * For a share (Wilson 1927).
     *
     * @throws IllegalArgumentException where there are no items
     */
    public static Interval ofShare(int hits, int items) {
        if (items < 1 || hits < 0 || hits > items) {
            throw new IllegalArgumentException("a share is of at least one item");
        }
        double share = (double) hits / items;
        double z2 = Z_95 * Z_95;
        double middle = (share + z2 / (2 * items)) / (1 + z2 / items);
        double half = Z_95 / (1 + z2 / items) * Math.sqrt(share * (1 - share) / items + z2 / (4.0 * items * items));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half), "Wilson");
    }

    /**
     * For a mean: the middle 95 % of the means of samples drawn from the values again and again.
     *
     * @throws IllegalArgumentException where there are no values
     */
    public static Interval ofMean(double[] values) {
        return ofFigure(
                values.length,
                drawn -> Arrays.stream(drawn).mapToDouble(i -> values[i]).sum() / drawn.length);
    }

    /**
     * For any figure of some items: the middle 95 % of the figures of samples drawn from them again and again.
     *
     * @param items how many
     * @param figure the figure of a sample, given the places of its items
     * @throws IllegalArgumentException where there are no items
     */
    public static Interval ofFigure(int items, ToDoubleFunction<int[]> figure) {
        if (items == 0) {
            throw new IllegalArgumentException("a figure is of at least one item");
        }
        Random random = new Random(SEED);
        double[] figures = new double[RESAMPLES];
        for (int sample = 0; sample < RESAMPLES; sample++) {
            int[] drawn = new int[items];
            for (int i = 0; i < items; i++) {
                drawn[i] = random.nextInt(items);
            }
            figures[sample] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        return new Interval(
                Distribution.percentile(figures, TAIL), Distribution.percentile(figures, 1 - TAIL), "bootstrap");
    }
}
