package org.anamnesis.web;

import java.util.List;
import java.util.Locale;
import org.anamnesis.acuity.Assessment;
import org.anamnesis.chart.CitationId;
import org.anamnesis.score.Band;
import org.anamnesis.score.Component;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Scored;
import org.jspecify.annotations.Nullable;

/**
 * A score as the page shows it; null is what it does not have: no total where an input is missing.
 *
 * @param outcome {@code computed}, {@code not-computable} or {@code not-applicable}
 * @param total the score as clinicians write it
 * @param why why it does not apply
 */
public record ScoreView(
        String name,
        String version,
        String publication,
        String outcome,
        @Nullable String total,
        @Nullable BandView band,
        @Nullable String why,
        List<ComponentView> components,
        List<MissingView> missing,
        List<String> notes) {

    /** The band, what the publication says of it, and how it ranks. */
    public record BandView(String name, String meaning, String concern) {}

    /** A part of a score that is known. */
    public record ComponentView(String name, String points, String rule, List<InputView> inputs) {}

    /** A value as the chart has it. */
    public record InputView(
            String name,
            String value,
            @Nullable String when,
            @Nullable String citation) {}

    /** An input that is missing, and the last value where it is too old. */
    public record MissingView(
            String name, String why, @Nullable InputView last) {}

    static ScoreView of(Scored scored) {
        Outcome outcome = scored.outcome();
        List<ComponentView> components = Assessment.components(outcome).stream()
                .map(ScoreView::component)
                .toList();
        return switch (outcome) {
            case Outcome.Computed computed ->
                view(
                        scored,
                        "computed",
                        computed.text(),
                        band(computed.band()),
                        null,
                        components,
                        List.of(),
                        computed.notes());
            case Outcome.NotComputable lacking ->
                view(
                        scored,
                        "not-computable",
                        null,
                        null,
                        null,
                        components,
                        lacking.missing().stream().map(ScoreView::missing).toList(),
                        List.of());
            case Outcome.NotApplicable not ->
                view(scored, "not-applicable", null, null, not.reason(), components, List.of(), List.of());
        };
    }

    private static ScoreView view(
            Scored scored,
            String outcome,
            @Nullable String total,
            @Nullable BandView band,
            @Nullable String why,
            List<ComponentView> components,
            List<MissingView> missing,
            List<String> notes) {
        return new ScoreView(
                scored.definition().name(),
                scored.definition().version(),
                scored.definition().citation(),
                outcome,
                total,
                band,
                why,
                components,
                missing,
                notes);
    }

    static MissingView missing(Missing missing) {
        return switch (missing.why()) {
            case Missing.Why.Outdated old ->
                new MissingView(missing.name(), "last value is too old", input(old.last()));
            case Missing.Why.OnlyRefused ignored -> new MissingView(missing.name(), "no value that can be taken", null);
            case Missing.Why.NotRecorded why -> new MissingView(missing.name(), why.words(), null);
            case Missing.Why.NotRead why -> new MissingView(missing.name(), why.words(), null);
            case Missing.Why.ForAPerson why -> new MissingView(missing.name(), why.words(), null);
        };
    }

    private static BandView band(Band band) {
        return new BandView(band.name(), band.meaning(), band.concern().name().toLowerCase(Locale.ROOT));
    }

    private static ComponentView component(Component component) {
        return new ComponentView(
                component.name(),
                component.points().toPlainString(),
                component.rule(),
                component.inputs().stream().map(ScoreView::input).toList());
    }

    private static InputView input(Measured<?> measured) {
        return new InputView(
                measured.name(),
                measured.text(),
                TriageView.when(measured.time()),
                measured.source().map(CitationId::toString).orElse(null));
    }
}
