package org.anamnesis.triage;

import java.util.List;
import org.anamnesis.score.Rows;

/**
 * A row of the table of red flags.
 *
 * @param id its name in the table
 * @param level the urgency it gives at least
 * @param point the decision point it belongs to
 * @param terms what must hold, all of it
 * @param why the reason, for people
 * @param review what to consider
 * @param sources keys of the publications
 */
record Rule(String id, Level level, Point point, List<Term> terms, String why, String review, List<String> sources) {

    static Rule of(Rows.Row row, Conditions conditions) {
        return new Rule(
                row.cell("id"),
                Level.of(Integer.parseInt(row.cell("level"))),
                Point.valueOf(row.cell("point")),
                conditions.of(row.cell("when")),
                row.cell("why"),
                row.cell("review"),
                row.list("source"));
    }

    Truth of(Presentation presentation) {
        return terms.stream()
                .map(term -> term.of(presentation))
                .reduce(Truth::and)
                .orElseThrow();
    }
}
