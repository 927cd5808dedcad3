package org.anamnesis.focus;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;

/** All words of one chart by which things can be found in it: by their very names, and by search. */
final class ChartWords {

    private final List<Entry> entries;
    private final Lexicon lexicon;
    private final ChartIndex index;

    ChartWords(Chart chart) {
        this.entries = Entry.of(chart);
        this.lexicon = new Lexicon(entries);
        this.index = new ChartIndex(entries, evidence(chart));
    }

    /** What a model wrote of this chart before is no evidence for what it says. */
    private static List<Passage> evidence(Chart chart) {
        return chart.passages()
                .filter(passage -> chart.fact(passage.id().whole())
                        .filter(Note::isWrittenWithAi)
                        .isEmpty())
                .toList();
    }

    Lexicon lexicon() {
        return lexicon;
    }

    ChartIndex index() {
        return index;
    }

    /** Whether any note's sentences can be searched. */
    boolean hasSentences() {
        return index.size() > entries.size();
    }

    List<Entry> entries() {
        return entries;
    }
}
