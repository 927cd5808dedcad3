package org.anamnesis.claims;

import java.util.List;
import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Passage;
import org.anamnesis.injection.Suspicion;
import org.anamnesis.injection.SuspiciousSentences;

/** The sentences of a chart's notes that may bear something out: what tries to instruct a reader bears nothing out. */
public final class QuotablePassages {

    private QuotablePassages() {}

    /** In reading order. */
    public static List<Passage> of(Chart chart) {
        Map<CitationId, Suspicion> suspicious = SuspiciousSentences.of(chart);
        return chart.passages()
                .filter(passage -> !suspicious.containsKey(passage.id()))
                .toList();
    }
}
