package org.anamnesis.summary;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.digest.Digest;
import org.anamnesis.digest.Digester;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookedBack;
import org.anamnesis.focus.Choice;
import org.anamnesis.focus.Focus;
import org.anamnesis.focus.Question;
import org.anamnesis.grounding.SummaryKind;

/**
 * What is to be written.
 *
 * @param chart what statements are checked against
 * @param told what of the chart it is written from: as far back as the horizon goes
 * @param kind which kind of summary
 * @param concerning what of the chart bears on the problem or question, the most relevant first
 * @param extent how much of it is wanted
 * @param horizon how far back it looks
 */
public record Assignment(
        Chart chart, Chart told, SummaryKind kind, List<CitationId> concerning, Extent extent, Horizon horizon) {

    /** These tell of a time of their own, however long ago it was. */
    private static final Set<SummaryKind> WITH_OWN_TIME =
            EnumSet.of(SummaryKind.HOSPITAL_COURSE, SummaryKind.SINCE_LAST_VISIT);

    public Assignment {
        concerning = List.copyOf(concerning);
    }

    /** The same of another chart of the patient: with less in it, or more said of it. */
    Assignment over(Chart other) {
        return new Assignment(
                other,
                horizon.of(other),
                kind,
                concerning.stream().filter(id -> other.fact(id).isPresent()).toList(),
                extent,
                horizon);
    }

    /** The brief summary of a chart. */
    public static Assignment brief(Chart chart) {
        return new Assignment(chart, chart, SummaryKind.BRIEF, List.of(), Extent.WHOLE, Horizon.NONE);
    }

    /** @param focus the problem or question; what bears on it is chosen by search */
    public static Assignment of(Chart chart, SummaryKind kind, Optional<String> focus) {
        return of(chart, kind, focus, Horizon.NONE);
    }

    /**
     * The same, looking back no farther than a horizon.
     *
     * @param horizon counts for kinds that have no time of their own
     */
    static Assignment of(Chart chart, SummaryKind kind, Optional<String> focus, Horizon horizon) {
        Horizon used = WITH_OWN_TIME.contains(kind) ? Horizon.NONE : horizon;
        Chart told = used.of(chart);
        List<CitationId> concerning = focus.map(words -> new Focus(told).choose(new Question(words, chart.asOf())))
                .filter(Choice.Chosen.class::isInstance)
                .map(choice -> ((Choice.Chosen) choice).ids())
                .orElse(List.of());
        return new Assignment(chart, told, kind, concerning, Extent.WHOLE, used);
    }

    /** The same, as much of it as is wanted. */
    public Assignment within(Extent wanted) {
        return new Assignment(chart, told, kind, concerning, wanted, horizon);
    }

    /** How far back it looks and what it does not use for that reason; empty where it looks at all there is. */
    Optional<LookedBack> lookedBack() {
        return horizon.beyond(chart);
    }

    /** What a model is given of the chart. */
    Digest digest() {
        Digest digest = kind == SummaryKind.PROBLEM
                ? Digester.digest(told, concerning, Digester.DEFAULT_BUDGET_TOKENS)
                : Digester.digest(told, Digester.DEFAULT_BUDGET_TOKENS);
        return lookedBack()
                .filter(back -> back.count() > 0)
                .map(back -> digest.lookingBack(back.from(), back.notUsed()))
                .orElse(digest);
    }
}
