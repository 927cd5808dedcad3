package org.anamnesis.focus;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;

/** One chart, searchable. */
public final class Focus {

    private final Chart chart;

    public Focus(Chart chart) {
        this.chart = chart;
    }

    /** The facts that bear on a question. */
    public Choice choose(Question question) {
        List<String> words = Stream.of(question.text().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> word.length() > 3)
                .toList();
        List<CitationId> ids = chart.facts().stream()
                .filter(fact -> words.stream()
                        .anyMatch(word ->
                                fact.concept().text().toLowerCase(Locale.ROOT).contains(word)))
                .map(Fact::id)
                .toList();
        return ids.isEmpty() ? new Choice.NothingFound(words) : new Choice.Chosen(ids, List.of(), words);
    }
}
