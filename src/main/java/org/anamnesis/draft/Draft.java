package org.anamnesis.draft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.SummaryKind;

/**
 * A summary of one chart, not yet signed.
 *
 * @param chart what it was written from
 * @param kind which kind of summary
 * @param authorship who wrote it
 * @param statements all statements with their verdicts, in the writer's order
 * @param added what no summary may leave out and the statements did: by rules, checked, and said to be so
 * @param conflicts where the chart contradicts itself, whoever wrote: both sides in the chart's own words, found by rules
 * @param extent how much of it was wanted
 * @param cut how many supported statements the wanted length left out
 * @param told the facts and sentences that stood in what the model that wrote it was asked; empty where rules wrote
 * @param lookedBack how far back it looked; empty where it looked at all there is
 */
public record Draft(
        Chart chart,
        SummaryKind kind,
        Authorship authorship,
        List<CheckedStatement> statements,
        List<CheckedStatement> added,
        List<Conflict> conflicts,
        Extent extent,
        int cut,
        List<CitationId> told,
        Optional<LookedBack> lookedBack) {

    /** A draft of everything. */
    public Draft(
            Chart chart,
            SummaryKind kind,
            Authorship authorship,
            List<CheckedStatement> statements,
            List<CheckedStatement> added,
            List<Conflict> conflicts) {
        this(chart, kind, authorship, statements, added, conflicts, Extent.WHOLE, 0, List.of(), Optional.empty());
    }

    public Draft {
        statements = List.copyOf(statements);
        added = added.stream().filter(CheckedStatement::isSupported).toList();
        conflicts = List.copyOf(conflicts);
        told = List.copyOf(told);
    }

    /** What is shown and filed of a section: the supported statements. */
    public Stream<CheckedStatement> shown(Section section) {
        return statements.stream()
                .filter(CheckedStatement::isSupported)
                .filter(statement -> statement.section() == section);
    }

    /** What is withheld from the text and listed apart. */
    public List<CheckedStatement> withheld() {
        return statements.stream().filter(statement -> !statement.isSupported()).toList();
    }

    public boolean isAnyShown() {
        return statements.stream().anyMatch(CheckedStatement::isSupported);
    }
}
