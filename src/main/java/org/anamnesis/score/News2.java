package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** NEWS2, the National Early Warning Score of the Royal College of Physicians, with both scales for SpO2. */
final class News2 implements Score {

    private static final Definition DEFINITION = new Definition(
            "NEWS2",
            "2 (2017)",
            "Royal College of Physicians. National Early Warning Score (NEWS) 2. London: RCP, 2017",
            "people of 16 years and over who are not pregnant");

    private static final int ADULT = 16;

    private static final Bands RESPIRATION = Bands.of("3: <=8; 1: 9-11; 0: 12-20; 2: 21-24; 3: >=25");
    private static final Bands SCALE_1 = Bands.of("3: <=91; 2: 92-93; 1: 94-95; 0: >=96");
    private static final Bands SCALE_2_ON_AIR = Bands.of("3: <=83; 2: 84-85; 1: 86-87; 0: >=88");
    private static final Bands SCALE_2_ON_OXYGEN =
            Bands.of("3: <=83; 2: 84-85; 1: 86-87; 0: 88-92; 1: 93-94; 2: 95-96; 3: >=97");
    private static final Bands SYSTOLIC = Bands.of("3: <=90; 2: 91-100; 1: 101-110; 0: 111-219; 3: >=220");
    private static final Bands PULSE = Bands.of("3: <=40; 1: 41-50; 0: 51-90; 1: 91-110; 2: 111-130; 3: >=131");
    private static final Bands TEMPERATURE = Bands.of("3: <=35.0; 1: 35.1-36.0; 0: 36.1-38.0; 1: 38.1-39.0; 2: >=39.1");

    private static final BigDecimal RED = BigDecimal.valueOf(3);
    private static final BigDecimal MEDIUM = BigDecimal.valueOf(5);
    private static final BigDecimal HIGH = BigDecimal.valueOf(7);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Eligibility.notPregnant(findings, "not made for pregnant women"))
                .orElseGet(() -> added(findings));
    }

    private static Outcome added(Findings findings) {
        OxygenScale scale = OxygenScale.at(findings);
        Tally tally = new Tally(findings).asks(Parameter.SUPPLEMENTAL_OXYGEN, Parameter.CONSCIOUSNESS);
        tally.add("Respiration rate", Parameter.RESPIRATORY_RATE, RESPIRATION)
                .add("SpO2 scale " + (scale.second() ? 2 : 1), Parameter.OXYGEN_SATURATION, saturation(findings, scale))
                .add("Air or oxygen", findings.oxygen(), News2::oxygen)
                .add("Systolic blood pressure", Parameter.SYSTOLIC_PRESSURE, SYSTOLIC)
                .add("Pulse", Parameter.HEART_RATE, PULSE)
                .add("Consciousness", findings.consciousness(), News2::consciousness)
                .add("Temperature", Parameter.TEMPERATURE, TEMPERATURE);
        notes(scale).forEach(tally::note);
        Eligibility.noteOnPregnancy(findings, tally);
        return tally.sum(total -> band(total, tally.known()));
    }

    /** On scale 2 a high saturation has points only where oxygen is known to be given. */
    private static Bands saturation(Findings findings, OxygenScale scale) {
        if (!scale.second()) {
            return SCALE_1;
        }
        boolean given = findings.oxygen() instanceof Lookup.Found<Boolean> found
                && found.values().stream().anyMatch(Measured::value);
        return given ? SCALE_2_ON_OXYGEN : SCALE_2_ON_AIR;
    }

    private static Bands.Awarded oxygen(boolean given) {
        return given ? new Bands.Awarded(2, "oxygen") : new Bands.Awarded(0, "air");
    }

    private static Bands.Awarded consciousness(Consciousness level) {
        return level == Consciousness.ALERT
                ? new Bands.Awarded(0, "alert")
                : new Bands.Awarded(3, "confusion, voice, pain or unresponsive");
    }

    private static List<String> notes(OxygenScale scale) {
        Optional<String> prescribed = scale.evidence()
                .filter(evidence -> scale.second())
                .map(evidence -> "SpO2 scale 2, for " + evidence.sentence() + ".");
        Optional<String> mentioned = scale.mentions().stream()
                .findFirst()
                .map(sentence -> "A note names a target of 88 to 92 % (" + sentence
                        + "), but no order or alert does: scale 1 is used.");
        return prescribed.or(() -> mentioned).stream().toList();
    }

    private static Band band(BigDecimal total, List<Component> parts) {
        if (total.compareTo(HIGH) >= 0) {
            return new Band("high", "emergency assessment, for review", Concern.EMERGENCY);
        }
        if (total.compareTo(MEDIUM) >= 0) {
            return new Band("medium", "urgent assessment, for review", Concern.URGENT);
        }
        if (parts.stream().anyMatch(part -> part.points().compareTo(RED) == 0)) {
            return new Band("low-medium", "one part alone has 3 points: urgent ward review", Concern.URGENT);
        }
        return new Band("low", "ward monitoring", total.signum() == 0 ? Concern.LOW : Concern.RAISED);
    }
}
