package org.anamnesis.draft;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Section;

/**
 * A summary of one chart, not yet signed.
 *
 * @param chart what it was written from
 * @param authorship who wrote it
 * @param statements all statements with their verdicts, in the writer's order
 */
public record Draft(Chart chart, Authorship authorship, List<CheckedStatement> statements) {

    public Draft {
        statements = List.copyOf(statements);
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
