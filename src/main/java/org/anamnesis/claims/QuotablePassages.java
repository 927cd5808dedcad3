package org.anamnesis.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Passage;
import org.anamnesis.injection.Suspicions;

/** The sentences of a chart's notes that may bear something out: what tries to instruct a reader bears nothing out. */
public final class QuotablePassages {

    private QuotablePassages() {}

    /** In reading order. */
    public static List<Passage> of(Chart chart) {
        Map<String, Boolean> harmless = new HashMap<>();
        return chart.passages()
                .filter(passage -> harmless.computeIfAbsent(
                        passage.text(), text -> Suspicions.find(text).isEmpty()))
                .toList();
    }
}
