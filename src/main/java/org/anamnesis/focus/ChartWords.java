package org.anamnesis.focus;

import java.util.List;
import org.anamnesis.chart.Chart;

/** All words of one chart by which things can be found in it: by their very names, and by search. */
final class ChartWords {

    private final List<Entry> entries;
    private final Lexicon lexicon;
    private final ChartIndex index;

    ChartWords(Chart chart) {
        this.entries = Entry.of(chart);
        this.lexicon = new Lexicon(entries);
        this.index = new ChartIndex(entries, chart.passages().toList());
    }

    Lexicon lexicon() {
        return lexicon;
    }

    ChartIndex index() {
        return index;
    }

    List<Entry> entries() {
        return entries;
    }
}
