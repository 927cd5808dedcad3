package org.anamnesis.score;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;

/** All scores of a chart at any moment. The chart is searched once; each moment sees what had been written by then. */
public final class Scores {

    public static final Score NEWS2 = new News2();
    public static final Score QSOFA = new Qsofa();
    public static final Score MEWS = new Mews();
    public static final Score SHOCK_INDEX = new ShockIndex();
    public static final Score SIRS = new Sirs();
    public static final Score CURB_65 = new Curb65();
    public static final Score GCS = new GlasgowComa();
    public static final Score PEWS = new BedsidePews();
    public static final Score MEOWS = new Meows();
    public static final Score EGFR = new CkdEpi2021();
    public static final Score CHA2DS2_VASC = new Cha2ds2Vasc();
    public static final Score HAS_BLED = new HasBled();
    public static final Score WELLS_PE = new WellsPe();
    public static final Score WELLS_DVT = new WellsDvt();
    public static final Score HEART = new Heart();

    /** Every score, in the order in which they are shown. */
    public static final List<Score> ALL = List.of(
            NEWS2,
            PEWS,
            MEOWS,
            QSOFA,
            SHOCK_INDEX,
            MEWS,
            SIRS,
            GCS,
            CURB_65,
            EGFR,
            CHA2DS2_VASC,
            HAS_BLED,
            WELLS_PE,
            WELLS_DVT,
            HEART);

    /** The early warning scores; one of them at most is made for a given patient. */
    private static final List<Score> EARLY_WARNING = List.of(NEWS2, PEWS, MEOWS);

    private final Inputs inputs;
    private final Limits limits;

    private Scores(Inputs inputs, Limits limits) {
        this.inputs = inputs;
        this.limits = limits;
    }

    public static Scores of(Chart chart, Limits limits) {
        return new Scores(new Inputs(chart), limits);
    }

    public static Scores of(Chart chart) {
        return of(chart, Limits.INPATIENT);
    }

    /** Every score of a chart at a moment, those that do not apply with the reason. */
    public static List<Scored> at(Chart chart, ClinicalTime moment) {
        return of(chart).at(moment);
    }

    /** Every score at a moment. */
    public List<Scored> at(ClinicalTime moment) {
        return ALL.stream().map(score -> at(score, moment)).toList();
    }

    /** One score at a moment. */
    public Scored at(Score score, ClinicalTime moment) {
        return new Scored(score.definition(), moment, score.of(findings(moment)));
    }

    /** What the chart says at a moment. */
    public Findings findings(ClinicalTime moment) {
        return new Findings(inputs, moment, limits);
    }

    /** The early warning score that is made for this patient: for adults, for children, for pregnant women. */
    public Score earlyWarning(ClinicalTime moment) {
        Findings findings = findings(moment);
        return EARLY_WARNING.stream()
                .filter(score -> !(score.of(findings) instanceof Outcome.NotApplicable))
                .findFirst()
                .orElse(NEWS2);
    }

    /** A score at each moment at which vital signs were written, from one time to another, in time order. */
    public List<Scored> series(Score score, ClinicalTime from, ClinicalTime to) {
        return inputs.bedsideTimes().stream()
                .filter(time -> time.compareTo(from) >= 0 && time.compareTo(to) <= 0)
                .map(time -> at(score, time))
                .toList();
    }

    /** How a score changed up to the last vital signs before a moment: against the lowest of the time before them. */
    public Optional<Change> change(Score score, ClinicalTime moment, Duration before) {
        return Change.within(series(score, earlier(moment, before), moment));
    }

    private static ClinicalTime earlier(ClinicalTime moment, Duration before) {
        return new ClinicalTime(moment.local().minus(before), moment.offset(), moment.precision());
    }
}
