package org.anamnesis.summary;

import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.draft.Extent;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;
import org.anamnesis.grounding.SummaryKind;

/**
 * What is to be written.
 *
 * @param chart from what
 * @param kind which kind of summary
 * @param concerning what of the chart bears on the problem or question, the most relevant first
 * @param extent how much of it is wanted
 */
public record Assignment(Chart chart, SummaryKind kind, List<CitationId> concerning, Extent extent) {

    public Assignment {
        concerning = List.copyOf(concerning);
    }

    /** The same of another chart of the patient: with less in it, or more said of it. */
    Assignment over(Chart other) {
        return new Assignment(
                other,
                kind,
                concerning.stream().filter(id -> other.fact(id).isPresent()).toList(),
                extent);
    }

    /** The brief summary of a chart. */
    public static Assignment brief(Chart chart) {
        return new Assignment(chart, SummaryKind.BRIEF, List.of(), Extent.WHOLE);
    }

    /** @param focus the problem or question; what bears on it is chosen by search */
    public static Assignment of(Chart chart, SummaryKind kind, Optional<String> focus) {
        List<CitationId> concerning = focus.map(words -> new Focus(chart).choose(new Question(words, chart.asOf())))
                .filter(Choice.Chosen.class::isInstance)
                .map(choice -> ((Choice.Chosen) choice).ids())
                .orElse(List.of());
        return new Assignment(chart, kind, concerning, Extent.WHOLE);
    }

    /** The same, as much of it as is wanted. */
    public Assignment within(Extent wanted) {
        return new Assignment(chart, kind, concerning, wanted);
    }

    /** What a model is given of the chart. */
    Digest digest() {
        return kind == SummaryKind.PROBLEM
                ? Digester.digest(chart, concerning, Digester.DEFAULT_BUDGET_TOKENS)
                : Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS);
    }
}
