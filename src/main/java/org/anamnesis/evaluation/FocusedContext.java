package org.anamnesis.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.digest.Digester;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Question;

/**
 * What the product puts into the context of a question.
 *
 * @param choice what it chose, or that nothing was found
 * @param ids the resources behind the chosen facts, as {@code Type/id}, the most relevant first
 * @param lines the digest of the choice, as a model would read it
 * @param milliseconds how long the choosing took
 */
record FocusedContext(Choice choice, List<String> ids, List<String> lines, double milliseconds) {

    private static final double NANOSECONDS = 1e6;

    static FocusedContext of(OpenChart open, Question question) {
        open.focus();
        long begin = System.nanoTime();
        Choice choice = open.focus().choose(question);
        double milliseconds = (System.nanoTime() - begin) / NANOSECONDS;
        Chart chart = open.chart();
        List<CitationId> chosen = choice instanceof Choice.Chosen found ? found.ids() : List.of();
        return new FocusedContext(
                choice,
                chosen.stream().flatMap(id -> resources(chart, id)).distinct().toList(),
                Digester.digest(chart, chosen, Digester.FOCUSED_BUDGET_TOKENS).lines(),
                milliseconds);
    }

    boolean isNoneFound() {
        return choice instanceof Choice.NothingFound;
    }

    /** What the choice offers as the answer; that there is none is one. */
    List<String> values() {
        return choice.values();
    }

    int tokens() {
        return Tokens.of(lines);
    }

    private static Stream<String> resources(Chart chart, CitationId id) {
        return chart.fact(id).stream().flatMap(fact -> fact.resources()).map(ResourceId::reference);
    }
}
