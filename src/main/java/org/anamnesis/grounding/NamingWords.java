package org.anamnesis.grounding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.jspecify.annotations.Nullable;

/** Which fact of a chart is the first that a word names. Worked out when it is first asked for: most statements are true. */
final class NamingWords {

    private final Chart chart;
    private volatile @Nullable Map<String, CitationId> first;

    NamingWords(Chart chart) {
        this.chart = chart;
    }

    /** The first fact in reading order that a word (in normal form) names; empty where it names none. */
    Optional<CitationId> first(String word) {
        Map<String, CitationId> known = first;
        if (known == null) {
            known = new HashMap<>();
            for (Fact fact : chart.facts()) {
                for (String naming : Evidence.naming(fact)) {
                    known.putIfAbsent(naming, fact.id());
                }
            }
            first = known;
        }
        return Optional.ofNullable(known.get(word));
    }
}
