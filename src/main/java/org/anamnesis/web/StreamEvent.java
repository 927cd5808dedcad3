package org.anamnesis.web;

import java.util.List;
import java.util.Map;
import org.anamnesis.web.SummaryView.CoverageView;
import org.anamnesis.web.SummaryView.FactView;
import org.anamnesis.web.SummaryView.StatementView;

/** What a stream tells, each under the name of its event. */
sealed interface StreamEvent {

    /** The event's name. */
    String name();

    /** The event's data, to be written as JSON. */
    Record data();

    /**
     * The stream has begun; its number 1 is the first that can be named when it is taken up again.
     *
     * @param keptSeconds how long it can be taken up again after its connection was lost
     */
    record Begun(long keptSeconds) implements StreamEvent {
        @Override
        public String name() {
            return "begun";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** How far the chart is read. */
    record Reading(int searched, int searches, int resources) implements StreamEvent {
        @Override
        public String name() {
            return "reading";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** What the chart is made of; before any statement. */
    record Coverage(boolean complete, List<CoverageView> coverage) implements StreamEvent {
        @Override
        public String name() {
            return "coverage";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** A model was asked. */
    record Writing(String kind) implements StreamEvent {
        @Override
        public String name() {
            return "writing";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /**
     * A supported statement.
     *
     * @param section the section's code
     * @param place the section's place in the summary, from 0
     * @param facts what it cites
     */
    record Shown(String section, String title, int place, StatementView statement, Map<String, FactView> facts)
            implements StreamEvent {
        @Override
        public String name() {
            return "statement";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** So many statements that the chart does not bear out go back to the model. */
    record Repairing(int statements) implements StreamEvent {
        @Override
        public String name() {
            return "repairing";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** So many statements that the chart bears out are shown to a model that may doubt them. */
    record Doubting(int statements) implements StreamEvent {
        @Override
        public String name() {
            return "doubting";
        }

        @Override
        public Record data() {
            return this;
        }
    }

    /** The summary: it takes the place of everything told before. The last event, or {@link Failed} is. */
    record Whole(SummaryView summary) implements StreamEvent {
        @Override
        public String name() {
            return "summary";
        }

        @Override
        public Record data() {
            return summary;
        }
    }

    /**
     * There will be no summary.
     *
     * @param status the HTTP status that an answer in one piece would have
     */
    record Failed(int status, String code, String message, String incident) implements StreamEvent {
        @Override
        public String name() {
            return "failed";
        }

        @Override
        public Record data() {
            return this;
        }
    }
}
