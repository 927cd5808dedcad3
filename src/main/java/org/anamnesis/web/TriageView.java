package org.anamnesis.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.acuity.Advice;
import org.anamnesis.acuity.Assessment;
import org.anamnesis.acuity.TriageOutcome;
import org.anamnesis.acuity.Triaged;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.draft.Authorship;
import org.anamnesis.draft.DocumentKind;
import org.anamnesis.score.Change;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Refusal;
import org.anamnesis.score.Scored;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/**
 * A triage as the page shows it.
 *
 * @param draft the text to be signed, with the facts it rests on as checked statements
 * @param acuity the level and its reasons
 * @param scores every score
 * @param trend the early warning score made for this patient, in time order
 * @param changes scores that changed within a day
 * @param missing inputs that are missing
 * @param refused values that were not taken
 * @param remarks a model's checked words, beside the scores
 */
public record TriageView(
        SummaryView draft,
        String asOf,
        AcuityView acuity,
        List<ScoreView> scores,
        List<TrendView> trend,
        List<ChangeView> changes,
        List<ScoreView.MissingView> missing,
        List<RefusedView> refused,
        List<RemarkView> remarks) {

    /** A score at a set of vital signs; null where it could not be computed. */
    public record TrendView(
            String score, String when, @Nullable Double total) {}

    /** How a score changed. */
    public record ChangeView(String text, boolean deterioration) {}

    /** A value that was not taken. */
    public record RefusedView(
            String name,
            String value,
            String reason,
            @Nullable String when,
            String citation) {}

    /** A model's words: what it names, and the checked statement behind it. */
    public record RemarkView(String part, @Nullable String name, String text, List<String> citations) {}

    static TriageView of(TriageOutcome.Composed composed) {
        Triaged triaged = composed.triaged();
        Assessment assessment = triaged.assessment();
        return new TriageView(
                draft(triaged, composed.stored()),
                assessment.moment().text(),
                AcuityView.of(triaged),
                assessment.scores().stream().map(ScoreView::of).toList(),
                assessment.trend().stream().map(TriageView::trend).toList(),
                assessment.changes().stream().map(TriageView::change).toList(),
                assessment.missing().stream().map(ScoreView::missing).toList(),
                assessment.refused().stream().map(TriageView::refused).toList(),
                remarks(triaged.advice()));
    }

    private static SummaryView draft(Triaged triaged, StoredDraft stored) {
        Authorship authorship = triaged.authorship();
        List<SummaryView.StatementView> evidence = IntStream.range(
                        0, triaged.evidence().size())
                .filter(index -> triaged.evidence().get(index).isSupported())
                .mapToObj(index -> SummaryView.statement(triaged.evidence().get(index), index))
                .toList();
        return new SummaryView(
                stored.id().toString(),
                DocumentKind.TRIAGE.code(),
                authorship.code(),
                authorship instanceof Authorship.ByModel model ? model.model() : null,
                authorship instanceof Authorship.ByRules rules
                        ? rules.insteadOfModel().map(Authorship.Fallback::code).orElse(null)
                        : null,
                stored.composedAt().toString(),
                stored.text(),
                stored.textHash(),
                triaged.chart().coverage().isComplete(),
                evidence.isEmpty()
                        ? List.of()
                        : List.of(new SummaryView.SectionView("evidence", "What level and scores rest on", evidence)),
                triaged.withheld().stream().map(SummaryView::withheld).toList(),
                List.of(),
                List.of(),
                facts(triaged),
                triaged.chart().coverage().entries().stream()
                        .map(SummaryView::coverage)
                        .toList(),
                List.of(),
                null,
                List.of(),
                null,
                SummaryView.DatedView.of(triaged.chart()),
                AllergiesView.of(triaged.chart()));
    }

    private static Map<String, SummaryView.FactView> facts(Triaged triaged) {
        Assessment assessment = triaged.assessment();
        Stream<CitationId> old = assessment.missing().stream()
                .map(Missing::why)
                .filter(Missing.Why.Outdated.class::isInstance)
                .map(Missing.Why.Outdated.class::cast)
                .flatMap(why -> why.last().source().stream());
        Map<String, SummaryView.FactView> facts = new LinkedHashMap<>();
        Stream.of(
                        assessment.cited().stream(),
                        triaged.statements().flatMap(statement -> statement.evidence().stream()),
                        assessment.refused().stream().map(Refusal::source),
                        old)
                .flatMap(ids -> ids)
                .distinct()
                .forEach(id -> SummaryView.fact(triaged.chart(), id).ifPresent(view -> facts.put(id.toString(), view)));
        return facts;
    }

    private static TrendView trend(Scored scored) {
        return new TrendView(
                scored.definition().name(),
                scored.at().text(),
                scored.outcome() instanceof Outcome.Computed computed
                        ? computed.total().doubleValue()
                        : null);
    }

    private static ChangeView change(Change change) {
        return new ChangeView(change.sentence(), change.isDeterioration());
    }

    private static RefusedView refused(Refusal refusal) {
        return new RefusedView(
                refusal.name(),
                refusal.text(),
                refusal.reason(),
                when(refusal.time()),
                refusal.source().toString());
    }

    private static List<RemarkView> remarks(Advice advice) {
        return advice instanceof Advice.Given given
                ? given.shown().stream().map(TriageView::remark).toList()
                : List.of();
    }

    private static RemarkView remark(Advice.Remark remark) {
        return new RemarkView(
                remark.kind().code(),
                remark.name().orElse(null),
                remark.because().text(),
                remark.because().evidence().stream().map(CitationId::toString).toList());
    }

    static @Nullable String when(Optional<ClinicalTime> time) {
        return time.map(ClinicalTime::text).orElse(null);
    }
}
