package org.anamnesis.focus;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.anamnesis.chart.Chart;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;

/** Processor time of index, question and digest of one MIMIC patient, cold and warm: {@code MeasureLargest PATIENT}. */
public final class MeasureLargest {

    private static final int RUNS = 20;

    private MeasureLargest() {}

    public static void main(String[] args) {
        Chart chart = SharedCharts.mimic(args[0]);
        System.out.printf(
                "%d facts of %d entries%n",
                chart.facts().size(), Entry.of(chart).size());
        for (int run = 1; run <= RUNS; run++) {
            long start = cpu();
            Focus focus = new Focus(chart);
            long indexed = cpu();
            focus.choose(
                    new Question("What was the last dose of furosemide during the last hospital stay?", chart.asOf()));
            long chosen = cpu();
            Digest digest = Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
            long digested = cpu();
            if (run == 1 || run > RUNS - 3) {
                System.out.printf(
                        Locale.ROOT,
                        "run %2d: index %d ms, question %d ms, digest of %d tokens %d ms, %d MB used%n",
                        run,
                        millis(start, indexed),
                        millis(indexed, chosen),
                        digest.tokens(),
                        millis(chosen, digested),
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
        }
    }

    /** Of this thread alone: what else the machine does is not counted. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
