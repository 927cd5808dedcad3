package org.anamnesis.benchmark;

import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one part of the work costs on a chart of one size, as JMH measured it.
 *
 * @param part which
 * @param facts the chart's size
 * @param millis on average
 * @param error half of the interval that holds the average in 99.9 of 100 cases
 */
record PartCost(String part, int facts, double millis, double error) {

    private static final double MICROS_IN_A_MILLI = 1_000;

    static List<PartCost> measure() throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(DigestAndGrounding.class.getName() + "\\..*")
                        .build())
                .run().stream()
                        .map(PartCost::of)
                        .sorted(Comparator.comparing(PartCost::part).thenComparing(PartCost::facts))
                        .toList();
    }

    private static PartCost of(RunResult run) {
        String name = run.getParams().getBenchmark();
        return new PartCost(
                name.substring(name.lastIndexOf('.') + 1),
                Integer.parseInt(run.getParams().getParam("facts")),
                run.getPrimaryResult().getScore() / MICROS_IN_A_MILLI,
                run.getPrimaryResult().getScoreError() / MICROS_IN_A_MILLI);
    }
}
