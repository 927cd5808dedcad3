package org.anamnesis.triage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.score.Change;
import org.anamnesis.score.Outcome;
import org.anamnesis.score.Score;
import org.anamnesis.score.Scored;
import org.anamnesis.score.Scores;

/**
 * A patient of a ward with what the order goes by.
 *
 * @param patient who it is
 * @param warning the early warning score that is made for this patient, now
 * @param last the last one that could be computed before, within the time looked back
 * @param change how it changed within that time
 * @param level the acuity of a visit that is still open, where there is one
 * @param override where a person put the patient, and why
 */
public record WardPatient(
        ResourceId patient,
        Scored warning,
        Optional<Scored> last,
        Optional<Change> change,
        Optional<Level> level,
        Optional<Override> override) {

    /** How far back a score counts as the last one. */
    public static final Duration LOOKED_BACK = Duration.ofHours(24);

    /** The patient of a chart at a moment. */
    public static WardPatient of(Chart chart, ClinicalTime moment) {
        Scores scores = Scores.of(chart);
        Score score = scores.earlyWarning(moment);
        List<Scored> before = scores.series(score, earlier(moment), moment);
        return new WardPatient(
                new ResourceId("Patient", chart.patient().id()),
                scores.at(score, moment),
                before.reversed().stream()
                        .filter(scored -> scored.outcome() instanceof Outcome.Computed)
                        .findFirst(),
                scores.change(score, moment, LOOKED_BACK),
                Optional.empty(),
                Optional.empty());
    }

    public WardPatient atLevel(Level known) {
        return new WardPatient(patient, warning, last, change, Optional.of(known), override);
    }

    public WardPatient overriddenBy(Override person) {
        return new WardPatient(patient, warning, last, change, level, Optional.of(person));
    }

    private static ClinicalTime earlier(ClinicalTime moment) {
        return new ClinicalTime(moment.local().minus(LOOKED_BACK), moment.offset(), moment.precision());
    }

    /**
     * A person's own judgement of where the patient belongs.
     *
     * @param tier where
     * @param reason why; an override without a reason is none
     * @param by who
     * @param at when
     */
    public record Override(Tier tier, String reason, String by, ClinicalTime at) {

        public Override {
            if (reason.isBlank() || by.isBlank()) {
                throw new IllegalArgumentException("an override has a person and a reason");
            }
        }
    }
}
