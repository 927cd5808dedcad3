package org.anamnesis.summary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.grounding.Verification;
import org.jspecify.annotations.Nullable;

/** Finds what a statement that cites nothing stands on. Whether it does is for the strict check to say. */
final class Citations {

    /** Each is tried by itself, then all together. */
    private static final int MOST = 20;

    private final Chart chart;
    private final Grounding grounding;
    private @Nullable Verification verification;

    Citations(Chart chart, Grounding grounding) {
        this.chart = chart;
        this.grounding = grounding;
    }

    /** The strict check. */
    Grounding grounding() {
        return grounding;
    }

    /** The statement with citations that bear it out; empty where none do. One fact that says all of it comes before several. */
    Optional<CheckedStatement> found(Statement statement) {
        Verification.Verified verified = verification().check(statement.text());
        if (!(verified.verdict() instanceof Verdict.Supported)) {
            return Optional.empty();
        }
        List<CitationId> evidence = verified.evidence().stream().limit(MOST).toList();
        return Stream.concat(evidence.stream().map(List::of), Stream.of(evidence))
                .map(ids -> new Statement(
                        statement.section(),
                        statement.text(),
                        ids.stream().map(CitationId::toString).toList()))
                .map(grounding::check)
                .filter(CheckedStatement::isSupported)
                .findFirst();
    }

    /** The check of what cites nothing; made when it is first wanted: most answers cite. */
    Verification verification() {
        Verification made = verification;
        if (made == null) {
            made = new Verification(chart, grounding);
            verification = made;
        }
        return made;
    }
}
