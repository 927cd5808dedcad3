package org.anamnesis.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.conflict.Conflicts;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.rules.FactSentences;

/**
 * The answer of a chart to one question.
 *
 * @param choice what bears on the question, with the values that code computed; or that nothing was found and what was searched
 * @param statements what was found in sentences by rules, each checked, the most relevant first
 * @param beyond how many more facts and sentences bear on it
 * @param conflicts where the chart contradicts itself in what was found
 */
public record Answer(Choice choice, List<CheckedStatement> statements, int beyond, List<Conflict> conflicts) {

    /** More are not read by anybody who asked one question. */
    private static final int MOST_STATEMENTS = 12;

    public Answer {
        statements = List.copyOf(statements);
        conflicts = List.copyOf(conflicts);
    }

    /** Whether anything in the chart bears on the question; if not, that is no statement about the patient. */
    public boolean isFound() {
        return choice instanceof Choice.Chosen;
    }

    /** Answers a question by rules, as of the chart's own now. */
    public static Answer of(Chart chart, String question) {
        Choice choice = new Focus(chart).choose(new Question(question, chart.asOf()));
        List<CitationId> ids = choice instanceof Choice.Chosen chosen ? chosen.ids() : List.of();
        Grounding grounding = new Grounding(chart);
        List<CheckedStatement> statements = ids.stream()
                .limit(MOST_STATEMENTS)
                .map(chart::fact)
                .flatMap(Optional::stream)
                .map(FactSentences::of)
                .map(grounding::check)
                .toList();
        Set<CitationId> found = ids.stream().map(CitationId::whole).collect(Collectors.toSet());
        List<Conflict> conflicts = ids.isEmpty()
                ? List.of()
                : Conflicts.of(chart).stream()
                        .filter(conflict ->
                                conflict.citations().map(CitationId::whole).anyMatch(found::contains))
                        .toList();
        return new Answer(choice, statements, Math.max(0, ids.size() - MOST_STATEMENTS), conflicts);
    }
}
