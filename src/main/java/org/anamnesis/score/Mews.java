package org.anamnesis.score;

import java.math.BigDecimal;

/** MEWS, the Modified Early Warning Score, in the version of Subbe and colleagues of 2001. */
final class Mews implements Score {

    private static final Definition DEFINITION = new Definition(
            "MEWS",
            "Subbe 2001",
            "Subbe CP, Kruger M, Rutherford P, Gemmel L. Validation of a modified Early Warning Score in medical"
                    + " admissions. QJM 2001;94:521-526",
            "adult medical inpatients who are not pregnant");

    private static final int ADULT = 16;

    private static final Bands SYSTOLIC = Bands.of("3: <=70; 2: 71-80; 1: 81-100; 0: 101-199; 2: >=200");
    private static final Bands HEART_RATE = Bands.of("2: <40; 1: 41-50; 0: 51-100; 1: 101-110; 2: 111-129; 3: >=130");
    private static final Bands RESPIRATION = Bands.of("2: <9; 0: 9-14; 1: 15-20; 2: 21-29; 3: >=30");
    private static final Bands TEMPERATURE = Bands.of("2: <35.0; 0: 35.0-38.4; 2: >=38.5");
    private static final BigDecimal CRITICAL = BigDecimal.valueOf(5);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Eligibility.notPregnant(findings, "not made for pregnant women"))
                .orElseGet(() -> new Tally(findings)
                        .asks(Parameter.CONSCIOUSNESS)
                        .add("Systolic blood pressure", Parameter.SYSTOLIC_PRESSURE, SYSTOLIC)
                        .add("Heart rate", Parameter.HEART_RATE, HEART_RATE)
                        .add("Respiratory rate", Parameter.RESPIRATORY_RATE, RESPIRATION)
                        .add("Temperature", Parameter.TEMPERATURE, TEMPERATURE)
                        .add("AVPU", Avpu.of(findings), Mews::consciousness)
                        .sum(Mews::band));
    }

    private static Bands.Awarded consciousness(Consciousness level) {
        int points = switch (level) {
            case ALERT -> 0;
            case VOICE, CONFUSED, BELOW_FIFTEEN -> 1;
            case PAIN -> 2;
            case UNRESPONSIVE -> 3;
        };
        return new Bands.Awarded(points, level.words());
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(CRITICAL) >= 0
                ? new Band("5 or more", "associated with death and intensive care in the study", Concern.URGENT)
                : new Band(
                        "below 5",
                        "below the study's critical score",
                        total.signum() == 0 ? Concern.LOW : Concern.RAISED);
    }
}
