package org.anamnesis.digest;

import java.util.List;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;

/**
 * A line that may stand in a digest.
 *
 * @param kind what it is about
 * @param text as a model will read it
 * @param ids what it cites: the fact it tells, and those it mentions besides
 * @param folded further facts it stands for without citing them
 */
record Line(FactKind kind, String text, List<CitationId> ids, List<CitationId> folded) {

    Line {
        ids = List.copyOf(ids);
        folded = List.copyOf(folded);
    }

    /** A line that tells one fact. */
    static Line of(Fact fact) {
        return new Line(fact.kind(), FactLine.of(fact), List.of(fact.id()), List.of());
    }

    int tokens() {
        return Tokens.of(text) + Tokens.LINE_END;
    }

    /** How many facts it stands for. */
    int facts() {
        return ids.size() + folded.size();
    }
}
