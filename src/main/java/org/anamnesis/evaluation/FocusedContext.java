package org.anamnesis.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;

/**
 * What the product puts into the context of a question.
 *
 * @param choice what it chose, or that nothing was found
 * @param ids the resources behind what was chosen, or behind what was looked at in vain, as {@code Type/id}, the most
 *     relevant first; what stands in every digest, whatever was asked, is not among them
 * @param digest the context as a model would read it
 * @param milliseconds how long choosing and digesting took
 */
record FocusedContext(Choice choice, List<String> ids, Digest digest, double milliseconds) {

    private static final double NANOSECONDS = 1e6;

    static FocusedContext of(OpenChart open, Question question) {
        Chart chart = open.chart();
        Focus focus = open.focus();
        long begin = System.nanoTime();
        Choice choice = focus.choose(question);
        List<CitationId> chosen = chosen(choice);
        Digest digest = Digester.digest(chart, chosen, Digester.FOCUSED_BUDGET_TOKENS);
        double milliseconds = (System.nanoTime() - begin) / NANOSECONDS;
        return new FocusedContext(
                choice,
                chosen.stream().flatMap(id -> resources(chart, id)).distinct().toList(),
                digest,
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
        return Tokens.of(digest.lines());
    }

    private static List<CitationId> chosen(Choice choice) {
        return switch (choice) {
            case Choice.Chosen found -> found.ids();
            case Choice.NothingFound nothing -> nothing.lookedAt();
        };
    }

    private static Stream<String> resources(Chart chart, CitationId id) {
        return chart.fact(id.whole()).stream().flatMap(fact -> fact.resources()).map(ResourceId::reference);
    }
}
