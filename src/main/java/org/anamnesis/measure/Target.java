package org.anamnesis.measure;

/**
 * What is wanted of a figure.
 *
 * @param atLeast whether the figure may not be below the bound; else it may not be above it
 * @param bound the bound
 */
public record Target(boolean atLeast, double bound) {

    public static Target atLeast(double bound) {
        return new Target(true, bound);
    }

    public static Target atMost(double bound) {
        return new Target(false, bound);
    }

    public boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }
}
