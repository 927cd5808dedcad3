package org.anamnesis.acuity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.draft.DraftText;
import org.anamnesis.focus.SharedCharts;

/** Measures our own time of a triage without a model: assessment, checked evidence, text. Reading the chart is not in it. */
public final class MeasureTriage {

    private static final int WARM = 3;

    private MeasureTriage() {}

    public static void main(String[] args) {
        List<Chart> charts = Stream.of(
                        SharedCharts.mimic().values().stream(),
                        SharedCharts.synthea().values().stream(),
                        SharedCharts.gold().values().stream())
                .flatMap(each -> each)
                .toList();
        long characters = 0;
        long[] nanos = new long[charts.size()];
        for (int round = 0; round <= WARM; round++) {
            for (int i = 0; i < charts.size(); i++) {
                Chart chart = charts.get(i);
                ClinicalTime moment = busiest(chart);
                long start = System.nanoTime();
                Assessment assessment = Assessment.of(chart, Optional.empty(), moment);
                DraftText text = TriageText.of(Triaged.of(assessment, Triages.evidence(assessment), new Advice.None()));
                nanos[i] = System.nanoTime() - start;
                characters += text.text().length();
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%d charts: median %.1f ms, 95th percentile %.1f ms, most %.1f ms (%d characters)%n",
                charts.size(),
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.95)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                characters);
    }

    /** The time of the last vital sign: there is the most to compute. */
    private static ClinicalTime busiest(Chart chart) {
        return chart.facts(FactKind.VITAL)
                .map(Fact::time)
                .flatMap(Optional::stream)
                .max(ClinicalTime::compareTo)
                .orElse(chart.asOf());
    }
}
