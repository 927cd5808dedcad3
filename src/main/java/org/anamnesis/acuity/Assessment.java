package org.anamnesis.acuity;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.score.Change;
import org.anamnesis.score.Component;
import org.anamnesis.score.Elapsed;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Refusal;
import org.anamnesis.score.Score;
import org.anamnesis.score.Scored;
import org.anamnesis.score.Scores;
import org.anamnesis.triage.Acuity;
import org.anamnesis.triage.ArrivalMode;
import org.anamnesis.triage.ChartVisit;
import org.anamnesis.triage.EmergencyVisit;
import org.anamnesis.triage.Evidence;
import org.anamnesis.triage.Triage;

/**
 * What code says of a patient at a moment. No model has a part in it.
 *
 * @param chart what it was computed from
 * @param moment the moment of the scores
 * @param visit the encounter whose acuity it is; absent where the patient is in none
 * @param acuity the level by the rules: at the visit's triage, or at the moment where that is more urgent
 * @param acuityAt the moment of the acuity
 * @param scores every score at the moment
 * @param trend the early warning score made for this patient at each set of vital signs, in time order
 * @param changes the scores that changed within a day, up to the last vital signs
 */
public record Assessment(
        Chart chart,
        ClinicalTime moment,
        Optional<Fact> visit,
        Acuity acuity,
        ClinicalTime acuityAt,
        List<Scored> scores,
        List<Scored> trend,
        List<Change> changes) {

    /** How far back the trend reaches. */
    private static final Duration TREND = Duration.ofHours(48);

    /** Against what time before a change is told. */
    private static final Duration CHANGE = Duration.ofHours(24);

    /** Sets of vital signs shown, the last ones: monitors write one a minute. */
    private static final int MOST_IN_TREND = 60;

    /** Scores that grow with danger and are made of what is measured again and again. */
    private static final List<Score> FOLLOWED = List.of(
            Scores.NEWS2, Scores.PEWS, Scores.MEOWS, Scores.QSOFA, Scores.SHOCK_INDEX, Scores.MEWS, Scores.SIRS);

    public Assessment {
        scores = List.copyOf(scores);
        trend = List.copyOf(trend);
        changes = List.copyOf(changes);
    }

    /** @param asked the encounter that was asked about; where there is none, the one the patient is in */
    public static Assessment of(Chart chart, Optional<ResourceId> asked, ClinicalTime moment) {
        Scores scores = Scores.of(chart);
        Optional<Fact> visit =
                asked.flatMap(encounter -> CurrentVisit.of(chart, encounter)).or(() -> CurrentVisit.at(chart, moment));
        EmergencyVisit now = visit.map(encounter -> ChartVisit.at(scores, chart, encounter, moment))
                .orElseGet(() -> new EmergencyVisit(scores.findings(moment), List.of(), ArrivalMode.UNKNOWN));
        Dated acuity = Stream.concat(
                        visit
                                .map(encounter -> ChartVisit.atTriage(scores, chart, encounter))
                                .filter(triage -> !Elapsed.between(
                                                triage.findings().moment(), moment)
                                        .isNegative())
                                .stream(),
                        Stream.of(now))
                .map(Dated::of)
                .min(Comparator.comparingInt(Dated::rank))
                .orElseThrow();
        List<Scored> trend = last(scores.series(scores.earlyWarning(moment), before(moment, TREND), moment));
        return new Assessment(
                chart,
                moment,
                visit,
                acuity.acuity(),
                acuity.moment(),
                scores.at(moment),
                trend,
                FOLLOWED.stream()
                        .flatMap(score -> scores.change(score, moment, CHANGE).stream())
                        .filter(change -> change.rise().signum() != 0)
                        .toList());
    }

    /** The level by the rules at one moment. */
    private record Dated(Acuity acuity, ClinicalTime moment) {

        static Dated of(EmergencyVisit visit) {
            return new Dated(Triage.acuity(visit), visit.findings().moment());
        }

        /** No level comes last: it says nothing against one that is known. */
        int rank() {
            return switch (acuity) {
                case Acuity.Levelled levelled -> levelled.level().number();
                case Acuity.Undetermined ignored -> Integer.MAX_VALUE;
            };
        }
    }

    /** What is missing for the level or a score, each input once. */
    public List<Missing> missing() {
        return Stream.concat(acuity.missing().stream(), scores.stream().flatMap(scored -> switch (scored.outcome()) {
                    case Outcome.NotComputable lacking -> lacking.missing().stream();
                    case Outcome.Computed ignored -> Stream.<Missing>empty();
                    case Outcome.NotApplicable ignored -> Stream.<Missing>empty();
                }))
                .distinct()
                .toList();
    }

    /** Values that were not taken, each once. */
    public List<Refusal> refused() {
        return Stream.concat(acuity.refused().stream(), scores.stream().flatMap(scored -> switch (scored.outcome()) {
                    case Outcome.NotComputable lacking -> lacking.refused().stream();
                    case Outcome.Computed computed -> computed.refused().stream();
                    case Outcome.NotApplicable ignored -> Stream.<Refusal>empty();
                }))
                .distinct()
                .toList();
    }

    /** The facts and sentences that the level and the scores rest on, each once. */
    public List<CitationId> cited() {
        Stream<CitationId> ofAcuity = acuity.points().stream()
                .flatMap(point -> point.reasons().stream())
                .flatMap(reason -> reason.evidence().stream())
                .map(Evidence::source)
                .flatMap(Optional::stream);
        Stream<CitationId> ofScores = scores.stream()
                .flatMap(scored -> components(scored.outcome()).stream())
                .flatMap(component -> component.inputs().stream())
                .map(Measured::source)
                .flatMap(Optional::stream);
        return Stream.concat(ofAcuity, ofScores).distinct().toList();
    }

    /** The parts of a score that are known. */
    public static List<Component> components(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Computed computed -> computed.components();
            case Outcome.NotComputable lacking -> lacking.known();
            case Outcome.NotApplicable ignored -> List.of();
        };
    }

    private static List<Scored> last(List<Scored> series) {
        return series.subList(Math.max(0, series.size() - MOST_IN_TREND), series.size());
    }

    private static ClinicalTime before(ClinicalTime moment, Duration time) {
        return new ClinicalTime(moment.local().minus(time), moment.offset(), moment.precision());
    }
}
