package org.anamnesis.measure;

import java.util.Arrays;
import java.util.Collection;

/** Numbers measured on items, in order of size. */
public final class Distribution {

    private static final double NINETY_FIVE = 0.95;

    private final double[] sorted;

    private Distribution(double[] sorted) {
        this.sorted = sorted;
    }

    public static Distribution of(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return new Distribution(sorted);
    }

    public int size() {
        return sorted.length;
    }

    public double[] values() {
        return sorted.clone();
    }

    public double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN);
    }

    public double median() {
        return percentile(sorted, 0.5);
    }

    /** What 95 of 100 values do not exceed. */
    public double p95() {
        return percentile(sorted, NINETY_FIVE);
    }

    public double max() {
        return percentile(sorted, 1);
    }

    /** Between two values where the share falls between them (Hyndman and Fan's seventh definition). */
    static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
