package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Passage;

/**
 * Finds by words alone what bears on a question, in facts and in the sentences of notes. Few of each entry and of each note
 * are given, so that one long note does not stand in for the chart.
 */
final class Retrieval {

    private static final int HITS = 60;
    private static final int OF_ONE_ENTRY = 2;
    private static final int OF_ONE_NOTE = 2;

    /** The share of a question's meaning that must stand in a chart at all, rare words weighing more. */
    private static final double COVERED = 0.5;

    private final ChartIndex index;
    private final Stays stays;

    Retrieval(ChartIndex index, Stays stays) {
        this.index = index;
        this.stays = stays;
    }

    /** The best, none of them twice; empty where the chart does not hold what the question is about. */
    List<CitationId> find(Asked asked, Collection<CitationId> besides, int limit) {
        if (limit <= 0 || !isCovered(asked.meanings())) {
            return List.of();
        }
        Set<CitationId> ids = new LinkedHashSet<>();
        Map<CitationId, Integer> ofNote = new HashMap<>();
        for (ChartIndex.Found found : index.relevant(asked.meanings(), HITS)) {
            found.entry().forEach(entry -> ids.addAll(newest(entry, asked)));
            for (Passage passage : found.passage()) {
                if (ofNote.merge(passage.id().whole(), 1, Integer::sum) <= OF_ONE_NOTE) {
                    ids.add(passage.id());
                }
            }
        }
        return ids.stream().filter(id -> !besides.contains(id)).limit(limit).toList();
    }

    /** Whether enough of what is asked about is anywhere in the chart. */
    private boolean isCovered(List<Meaning> meanings) {
        double there = 0;
        double missing = 0;
        for (Meaning meaning : meanings) {
            int count = index.count(meaning);
            if (meaning.said().words().stream()
                    .noneMatch(word -> QuestionWords.names(word) && (count > 0 || !QuestionWords.isVerbLike(word)))) {
                continue;
            }
            if (count == 0) {
                missing += Math.log(1.0 + index.size());
            } else {
                there += Math.log(1.0 + (double) index.size() / count);
            }
        }
        return there > 0 && there / (there + missing) >= COVERED;
    }

    private List<CitationId> newest(Entry entry, Asked asked) {
        List<Fact> within = entry.facts().stream()
                .filter(fact -> asked.spans().stream()
                        .anyMatch(span -> span.isAlways()
                                || stays.time(fact).filter(span::holds).isPresent()))
                .sorted(Comparator.comparing(
                        fact -> stays.time(fact).orElse(null),
                        Comparator.nullsLast(Comparator.<ClinicalTime>reverseOrder())))
                .toList();
        List<CitationId> ids = new ArrayList<>();
        within.stream().limit(OF_ONE_ENTRY).map(Fact::id).forEach(ids::add);
        return ids;
    }
}
