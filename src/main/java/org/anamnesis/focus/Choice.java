package org.anamnesis.focus;

import java.util.List;
import org.anamnesis.chart.CitationId;

/** What a chart holds on a question. */
public sealed interface Choice {

    /** What was looked for, in words for people: kinds, names, times. */
    List<String> searched();

    /**
     * What the chart offers as the answer, computed by code: names with their codes, values, times, counts, whether there is
     * any.
     */
    List<String> values();

    /**
     * Facts and sentences that bear on the question.
     *
     * @param ids the most relevant first; never empty
     */
    record Chosen(List<CitationId> ids, List<String> values, List<String> searched) implements Choice {
        public Chosen {
            ids = List.copyOf(ids);
            values = List.copyOf(values);
            searched = List.copyOf(searched);
        }
    }

    /**
     * Nothing in the chart bears on it; that is no statement about the patient.
     *
     * @param lookedAt facts in which it would stand and does not: the cultures that grew nothing
     */
    record NothingFound(List<String> searched, List<CitationId> lookedAt) implements Choice {
        public NothingFound {
            searched = List.copyOf(searched);
            lookedAt = List.copyOf(lookedAt);
        }

        public NothingFound(List<String> searched) {
            this(searched, List.of());
        }

        /** That there is none in the chart, and that none is counted. */
        @Override
        public List<String> values() {
            return AnswerValues.NONE;
        }
    }
}
