package org.anamnesis.focus;

import java.util.Comparator;
import java.util.Map;
import org.anamnesis.chart.Chart;

/** Times the index of the largest chart beside the project, cold and warm. */
public final class TimeFocus {

    private TimeFocus() {}

    public static void main(String[] args) {
        Map<String, Chart> charts = SharedCharts.mimic();
        Chart chart = charts.values().stream().max(Comparator.comparingInt(one -> one.facts().size())).orElseThrow();
        System.out.println(chart.facts().size() + " facts, " + Entry.of(chart).size() + " entries");
        for (int i = 0; i < 15; i++) {
            long a = System.nanoTime();
            var entries = Entry.of(chart);
            long b = System.nanoTime();
            new Lexicon(entries);
            long c = System.nanoTime();
            new ChartIndex(entries, chart.passages().toList());
            long d = System.nanoTime();
            Focus focus = new Focus(chart);
            long e = System.nanoTime();
            focus.choose(new Question("What was the last dose of furosemide prescribed during the last hospital stay?", chart.asOf()));
            long f = System.nanoTime();
            System.out.printf("entries %d ms, lexicon %d ms, index %d ms, focus %d ms, question %d ms%n", (b - a) / 1000000, (c - b) / 1000000, (d - c) / 1000000, (e - d) / 1000000, (f - e) / 1000000);
        }
    }
}
