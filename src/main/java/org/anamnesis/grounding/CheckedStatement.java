package org.anamnesis.grounding;

import java.util.List;
import org.anamnesis.chart.CitationId;

/** A statement with its verdict. It can be made by {@link Grounding} alone, so whatever is shown has been checked. */
public final class CheckedStatement {

    private final Statement statement;
    private final Verdict verdict;
    private final List<CitationId> evidence;

    CheckedStatement(Statement statement, Verdict verdict, List<CitationId> evidence) {
        this.statement = statement;
        this.verdict = verdict;
        this.evidence = List.copyOf(evidence);
    }

    public Section section() {
        return statement.section();
    }

    public String text() {
        return statement.text();
    }

    public Verdict verdict() {
        return verdict;
    }

    /** The citations that exist in the chart, in the order in which they were written. */
    public List<CitationId> evidence() {
        return evidence;
    }

    /** The same where somebody doubts it: no longer supported. A doubt lowers a verdict, and nothing raises one again. */
    public CheckedStatement doubted() {
        return isSupported() ? new CheckedStatement(statement, Verdict.doubted(), evidence) : this;
    }

    /** Whether it may stand in the summary's text. */
    public boolean isSupported() {
        return verdict instanceof Verdict.Supported;
    }
}
