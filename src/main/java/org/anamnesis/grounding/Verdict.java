package org.anamnesis.grounding;

import java.util.List;
import java.util.stream.Collectors;

/** What the check came to. Only a supported statement may be shown as part of a summary. */
public sealed interface Verdict {

    /** A stable word for callers and the screen. */
    String code();

    /** Why, in words for a clinician; empty for a supported statement. */
    default String reason() {
        return findings().stream().map(Finding::words).distinct().collect(Collectors.joining("; "));
    }

    /** What was found against the statement. */
    List<Finding> findings();

    /** Of what the check has passed and somebody doubts. */
    static Verdict doubted() {
        return new NotFound(List.of(Finding.notFound(
                "second-opinion", "a second opinion by a model did not find all of it in what it cites")));
    }

    /** Everything the statement says stands in the facts it cites. */
    record Supported() implements Verdict {
        @Override
        public String code() {
            return "supported";
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    /** The cited facts say something else. */
    record Contradicted(List<Finding> findings) implements Verdict {
        @Override
        public String code() {
            return "contradicted";
        }
    }

    /** Advice, an opinion or a prognosis: no chart can bear it out. */
    record NotCheckable(List<Finding> findings) implements Verdict {
        @Override
        public String code() {
            return "not-checkable";
        }
    }

    /** Something the statement says stands in none of the facts it cites. */
    record NotFound(List<Finding> findings) implements Verdict {
        @Override
        public String code() {
            return "not-found";
        }
    }
}
