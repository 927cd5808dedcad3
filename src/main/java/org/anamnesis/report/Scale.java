package org.anamnesis.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis from zero to a round number.
 *
 * @param top where it ends, a multiple of the step
 * @param step between two marks: 1, 2 or 5 times a power of ten
 */
record Scale(double top, double step) {

    private static final int ABOUT_MARKS = 5;

    /** The shortest such axis that holds a value. */
    static Scale upTo(double value) {
        double rough = Math.max(value, 1e-9) / ABOUT_MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = List.of(1.0, 2.0, 5.0, 10.0).stream()
                .map(times -> times * power)
                .filter(size -> size >= rough * 0.999_999)
                .findFirst()
                .orElse(10 * power);
        return new Scale(Math.ceil(value / step - 1e-9) * step, step);
    }

    /** Where its marks are, zero and the top among them. */
    List<Double> marks() {
        return IntStream.rangeClosed(0, (int) Math.round(top / step))
                .mapToObj(place -> place * step)
                .toList();
    }

    /** A value as a share of the axis, no more than all of it. */
    double place(double value) {
        return Math.min(1, value / top);
    }
}
