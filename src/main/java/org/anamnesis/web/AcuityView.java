package org.anamnesis.web;

import java.util.List;
import java.util.Locale;
import org.anamnesis.acuity.Triaged;
import org.anamnesis.chart.CitationId;
import org.anamnesis.score.Missing;
import org.anamnesis.triage.DecisionPoint;
import org.anamnesis.triage.Evidence;
import org.anamnesis.triage.Level;
import org.anamnesis.triage.OpenRule;
import org.anamnesis.triage.Raised;
import org.anamnesis.triage.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The acuity as the page shows it; null is no level.
 *
 * @param level the level that counts
 * @param levelByRules the level by the rules alone
 * @param raised what became of a model's proposal
 * @param rules the versions of the tables
 */
public record AcuityView(
        @Nullable Integer level,
        @Nullable Integer levelByRules,
        @Nullable String raised,
        String when,
        String rules,
        List<PointView> points) {

    /** A decision point: {@code yes}, {@code no} or {@code open}. */
    public record PointView(
            String point, String question, String answer, List<ReasonView> reasons, List<OpenView> open) {}

    /** What an answer rests on. */
    public record ReasonView(
            String rule,
            int level,
            String text,
            String review,
            List<EvidenceView> evidence,
            List<String> publications) {}

    /** A value or words; without a citation where it came with the visit itself. */
    public record EvidenceView(
            String text, @Nullable String when, @Nullable String citation) {}

    /** A rule that what is missing might bring in. */
    public record OpenView(String rule, int level, String text, List<String> missing) {}

    static AcuityView of(Triaged triaged) {
        return new AcuityView(
                triaged.level().map(Level::number).orElse(null),
                triaged.byRules().map(Level::number).orElse(null),
                triaged.raised().map(Raised::sentence).orElse(null),
                triaged.assessment().acuityAt().text(),
                triaged.assessment().acuity().rules(),
                triaged.assessment().acuity().points().stream()
                        .map(AcuityView::point)
                        .toList());
    }

    private static PointView point(DecisionPoint point) {
        return new PointView(
                point.point().name(),
                point.point().question(),
                point.answer().name().toLowerCase(Locale.ROOT),
                point.reasons().stream().map(AcuityView::reason).toList(),
                point.open().stream().map(AcuityView::open).toList());
    }

    private static ReasonView reason(Reason reason) {
        return new ReasonView(
                reason.rule(),
                reason.level().number(),
                reason.why(),
                reason.review(),
                reason.evidence().stream().map(AcuityView::evidence).toList(),
                reason.citations());
    }

    private static EvidenceView evidence(Evidence evidence) {
        return new EvidenceView(
                evidence.text(),
                TriageView.when(evidence.time()),
                evidence.source().map(CitationId::toString).orElse(null));
    }

    private static OpenView open(OpenRule open) {
        return new OpenView(
                open.rule(),
                open.level().number(),
                open.why(),
                open.missing().stream().map(Missing::name).toList());
    }
}
