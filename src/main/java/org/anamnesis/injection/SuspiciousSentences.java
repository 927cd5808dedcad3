package org.anamnesis.injection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Derivation;

/** The sentences of a chart's notes that try to instruct a reader: they are warned of, and bear nothing out. */
public final class SuspiciousSentences {

    private static final Derivation<Map<CitationId, Suspicion>> FOUND = Derivation.of(SuspiciousSentences::find);

    private SuspiciousSentences() {}

    /** What is suspicious in each, by the sentence; most charts have none. */
    public static Map<CitationId, Suspicion> of(Chart chart) {
        return FOUND.from(chart);
    }

    /** Notes repeat themselves; each text is looked at once. */
    private static Map<CitationId, Suspicion> find(Chart chart) {
        Map<String, Optional<Suspicion>> looked = new HashMap<>();
        Map<CitationId, Suspicion> found = new LinkedHashMap<>();
        chart.passages()
                .forEach(passage -> looked.computeIfAbsent(passage.text(), Suspicions::find)
                        .ifPresent(suspicion -> found.put(passage.id(), suspicion)));
        return Map.copyOf(found);
    }
}
