package org.anamnesis.web;

import java.util.List;
import java.util.Map;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.grounding.Verdict;
import org.anamnesis.verify.TextCheck;
import org.anamnesis.web.SummaryView.CoverageView;
import org.anamnesis.web.SummaryView.FactView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's text with a verdict on each sentence.
 *
 * @param hidden whether characters that do not show were taken out of it
 */
public record CheckView(
        List<SentenceView> sentences,
        boolean hidden,
        Map<String, FactView> facts,
        boolean complete,
        List<CoverageView> coverage) {

    /** A sentence in the order of the text. */
    public record SentenceView(
            String text, String verdict, @Nullable String reason, List<String> citations) {}

    static CheckView of(Chart chart, TextCheck check) {
        return new CheckView(
                check.sentences().stream().map(CheckView::sentence).toList(),
                check.hidden(),
                AnswerView.facts(chart, check.sentences().stream().flatMap(checked -> checked.evidence().stream())),
                chart.coverage().isComplete(),
                chart.coverage().entries().stream().map(SummaryView::coverage).toList());
    }

    private static SentenceView sentence(TextCheck.Checked checked) {
        return new SentenceView(
                checked.sentence().text(),
                checked.verdict().code(),
                checked.verdict() instanceof Verdict.Supported
                        ? null
                        : checked.verdict().reason(),
                checked.evidence().stream().map(CitationId::toString).toList());
    }
}
