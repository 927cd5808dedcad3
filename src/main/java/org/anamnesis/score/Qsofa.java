package org.anamnesis.score;

import java.math.BigDecimal;

/** qSOFA, the bedside criteria of Sepsis-3. */
final class Qsofa implements Score {

    private static final Definition DEFINITION = new Definition(
            "qSOFA",
            "Sepsis-3 (2016)",
            "Singer M et al. The Third International Consensus Definitions for Sepsis and Septic Shock (Sepsis-3)."
                    + " JAMA 2016;315:801-810",
            "people of 18 years and over with suspected infection");

    private static final int ADULT = 18;
    private static final BigDecimal FAST = BigDecimal.valueOf(22);
    private static final BigDecimal LOW = BigDecimal.valueOf(100);
    private static final BigDecimal POSITIVE = BigDecimal.TWO;

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT).orElseGet(() -> {
            Tally tally = new Tally(findings).asks(Parameter.CONSCIOUSNESS);
            new Criteria(findings, tally)
                    .number(
                            "Respiratory rate 22 or more",
                            "1",
                            Parameter.RESPIRATORY_RATE,
                            rate -> rate.compareTo(FAST) >= 0)
                    .number(
                            "Systolic pressure 100 or less",
                            "1",
                            Parameter.SYSTOLIC_PRESSURE,
                            pressure -> pressure.compareTo(LOW) <= 0)
                    .number("Altered mentation", "1", findings.consciousness(), level -> level != Consciousness.ALERT);
            tally.note("To be read only where an infection is suspected.");
            return tally.sum(Qsofa::band);
        });
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(POSITIVE) >= 0
                ? new Band("2 or more", "higher risk of death or a long intensive care stay", Concern.URGENT)
                : new Band("below 2", "does not exclude sepsis", total.signum() == 0 ? Concern.LOW : Concern.RAISED);
    }
}
