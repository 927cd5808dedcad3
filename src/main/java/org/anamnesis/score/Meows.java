package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The modified early obstetric warning system. The chart counts no points: one red or two yellow observations are a trigger.
 * Here yellow counts 1 and red 2, so that its rule reads "2 or more". Its pain item, on a scale of its own, is left out.
 */
final class Meows implements Score {

    private static final Definition DEFINITION = new Definition(
            "MEOWS",
            "CEMACH 2007, triggers of Singh 2012, without the pain item",
            "Singh S, McGlennan A, England A, Simons R. A validation study of the CEMACH recommended modified early obstetric"
                    + " warning system (MEOWS). Anaesthesia 2012;67:12-18",
            "women who are pregnant or within 42 days of delivery");

    private static final Bands TEMPERATURE = Bands.of("2: <35.0; 1: 35.0-36.0; 0: 36.1-38.0; 2: >38.0");
    private static final Bands SYSTOLIC = Bands.of("2: <90; 1: 90-100; 0: 101-149; 1: 150-160; 2: >160");
    private static final Bands DIASTOLIC = Bands.of("0: <90; 1: 90-100; 2: >100");
    private static final Bands HEART_RATE = Bands.of("2: <40; 1: 40-50; 0: 51-99; 1: 100-120; 2: >120");
    private static final Bands RESPIRATION = Bands.of("2: <10; 0: 10-20; 1: 21-30; 2: >30");
    private static final Bands SATURATION = Bands.of("2: <95; 0: >=95");

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return reason(findings)
                .map(reason -> added(findings, reason))
                .orElseGet(
                        () -> new Outcome.NotApplicable("no pregnancy and no delivery within 42 days is documented"));
    }

    private static Optional<String> reason(Findings findings) {
        return switch (findings.pregnancy()) {
            case Pregnancy.Pregnant pregnant -> Optional.of(pregnant.evidence().sentence());
            case Pregnancy.Postpartum postpartum ->
                Optional.of(postpartum.evidence().sentence());
            case Pregnancy.NotPregnant ignored -> Optional.empty();
            case Pregnancy.NotDocumented ignored -> Optional.empty();
        };
    }

    private static Outcome added(Findings findings, String reason) {
        return new Tally(findings)
                .asks(Parameter.CONSCIOUSNESS)
                .add("Temperature", Parameter.TEMPERATURE, TEMPERATURE)
                .add("Systolic blood pressure", Parameter.SYSTOLIC_PRESSURE, SYSTOLIC)
                .add("Diastolic blood pressure", Parameter.DIASTOLIC_PRESSURE, DIASTOLIC)
                .add("Heart rate", Parameter.HEART_RATE, HEART_RATE)
                .add("Respiratory rate", Parameter.RESPIRATORY_RATE, RESPIRATION)
                .add("Oxygen saturation", Parameter.OXYGEN_SATURATION, SATURATION)
                .add("Neurological response", Avpu.of(findings), Meows::response)
                .note("Applies because of " + reason + ".")
                .note("The chart's pain item (0 to 3) is not part of this version.")
                .sum(Meows::band);
    }

    private static Bands.Awarded response(Consciousness level) {
        return switch (level) {
            case ALERT -> new Bands.Awarded(0, "alert");
            case VOICE, CONFUSED, BELOW_FIFTEEN -> new Bands.Awarded(1, "yellow: voice");
            case PAIN, UNRESPONSIVE -> new Bands.Awarded(2, "red: pain or unresponsive");
        };
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(BigDecimal.TWO) >= 0
                ? new Band(
                        "trigger", "one red or two yellow observations: urgent assessment, for review", Concern.URGENT)
                : new Band("no trigger", "below the trigger", total.signum() == 0 ? Concern.LOW : Concern.RAISED);
    }
}
