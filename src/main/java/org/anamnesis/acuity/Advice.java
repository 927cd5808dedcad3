package org.anamnesis.acuity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.draft.Authorship;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.triage.Level;
import org.anamnesis.triage.Proposal;

/** A model's words beside the scores, never inside them; whatever became of asking for them is said. */
public sealed interface Advice {

    /** A stable word for callers. */
    String code();

    /** Whether a language model's words are among what is shown. */
    default boolean isShown() {
        return false;
    }

    /** What the model wrote, each statement with its verdict. */
    default List<CheckedStatement> statements() {
        return List.of();
    }

    /** The facts and sentences that stood in what the model was asked, where its words are shown. */
    default List<CitationId> told() {
        return List.of();
    }

    /** No model is configured, or the caller wants none. */
    record None() implements Advice {
        @Override
        public String code() {
            return "none";
        }
    }

    /** A model was asked and gave nothing that can be shown. */
    record Failed(Authorship.Fallback reason) implements Advice {
        @Override
        public String code() {
            return reason.code();
        }
    }

    /**
     * A model answered.
     *
     * @param by which model, by which instructions
     * @param remarks what it says of the visit
     * @param proposed a level with its reason, where it proposed one
     * @param asked the facts and sentences that stood in what it was asked
     */
    record Given(Authorship.ByModel by, List<Remark> remarks, Optional<Proposed> proposed, List<CitationId> asked)
            implements Advice {

        public Given {
            remarks = List.copyOf(remarks);
            asked = List.copyOf(asked);
        }

        @Override
        public List<CitationId> told() {
            return isShown() ? asked : List.of();
        }

        @Override
        public String code() {
            return "given";
        }

        @Override
        public boolean isShown() {
            return statements().stream().anyMatch(CheckedStatement::isSupported);
        }

        @Override
        public List<CheckedStatement> statements() {
            return Stream.concat(
                            remarks.stream().map(Remark::because),
                            proposed.stream().map(Proposed::because))
                    .toList();
        }

        /** The remarks whose statement the chart bears out; no other is shown. */
        public List<Remark> shown() {
            return remarks.stream()
                    .filter(remark -> remark.because().isSupported())
                    .toList();
        }

        /** What the model proposes; without a reason that the chart bears out it proposes nothing. */
        public Optional<Proposal> proposal() {
            return proposed.filter(one -> one.because().isSupported())
                    .map(one -> new Proposal(one.level(), one.because().text()));
        }
    }

    /**
     * One remark.
     *
     * @param kind what it is for
     * @param name what is named, in the words of our own list; absent for a reason
     * @param because the statement about the chart that it rests on
     */
    record Remark(Kind kind, Optional<String> name, CheckedStatement because) {}

    /** A level, and the statement about the chart that is given as its reason. */
    record Proposed(Level level, CheckedStatement because) {}

    /** What a remark is for. */
    enum Kind {
        REASON("reason", "Reasons"),
        CONSIDER("consider", "To consider, for review"),
        RESOURCE("resource", "Resources it expects");

        private final String code;
        private final String title;

        Kind(String code, String title) {
            this.code = code;
            this.title = title;
        }

        /** The word in a model's answer and for callers. */
        public String code() {
            return code;
        }

        /** The heading for people. */
        public String title() {
            return title;
        }
    }
}
