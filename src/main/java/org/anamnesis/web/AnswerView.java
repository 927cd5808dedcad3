package org.anamnesis.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anamnesis.ask.Answer;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.web.SummaryView.ConflictView;
import org.anamnesis.web.SummaryView.CoverageView;
import org.anamnesis.web.SummaryView.FactView;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a chart to a question.
 *
 * @param outcome {@code found}, {@code not-found} (no statement about the patient), or {@code out-of-scope}
 * @param refusal why it is no question for a chart, where it is none
 * @param beyond how many more facts bear on the question
 * @param searched what was looked for, in words
 */
public record AnswerView(
        String outcome,
        @Nullable String refusal,
        List<StatementView> statements,
        int beyond,
        List<String> searched,
        List<ConflictView> conflicts,
        Map<String, FactView> facts,
        boolean complete,
        List<CoverageView> coverage) {

    /** One checked statement; what does not hold against its own fact has no text, and its fact is still cited. */
    public record StatementView(
            @Nullable String text, String verdict, @Nullable String reason, List<String> citations) {}

    static AnswerView refused(String why) {
        return new AnswerView("out-of-scope", why, List.of(), 0, List.of(), List.of(), Map.of(), true, List.of());
    }

    static AnswerView of(Chart chart, Answer answer) {
        return new AnswerView(
                answer.isFound() ? "found" : "not-found",
                null,
                answer.statements().stream().map(AnswerView::statement).toList(),
                answer.beyond(),
                answer.choice().searched(),
                answer.conflicts().stream().map(SummaryView::conflict).toList(),
                facts(
                        chart,
                        Stream.concat(
                                answer.statements().stream().flatMap(statement -> statement.evidence().stream()),
                                answer.conflicts().stream().flatMap(Conflict::citations))),
                chart.coverage().isComplete(),
                chart.coverage().entries().stream().map(SummaryView::coverage).toList());
    }

    /** What the citations stand for, by their ids. */
    static Map<String, FactView> facts(Chart chart, Stream<CitationId> ids) {
        Map<String, FactView> facts = new LinkedHashMap<>();
        ids.distinct().forEach(id -> SummaryView.fact(chart, id).ifPresent(view -> facts.put(id.toString(), view)));
        return facts;
    }

    private static StatementView statement(CheckedStatement statement) {
        return new StatementView(
                statement.isSupported() ? statement.text() : null,
                statement.verdict().code(),
                statement.verdict() instanceof Verdict.Supported
                        ? null
                        : statement.verdict().reason(),
                statement.evidence().stream().map(CitationId::toString).toList());
    }
}
