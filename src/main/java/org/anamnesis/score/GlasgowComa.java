package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** The Glasgow Coma Scale, as its recorded total or as the sum of its three parts. */
final class GlasgowComa implements Score {

    private static final Definition DEFINITION = new Definition(
            "GCS",
            "1974, total as of 1977; structured 2014",
            "Teasdale G, Jennett B. Assessment of coma and impaired consciousness. Lancet 1974;304:81-84; Teasdale G et al."
                    + " The Glasgow Coma Scale at 40 years. Lancet Neurol 2014;13:844-854",
            "people of 5 years and over; younger children have other verbal responses");

    private static final int SCHOOL_AGE = 5;
    private static final int MILD = 13;
    private static final int MODERATE = 9;
    private static final int FULL = 15;

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, SCHOOL_AGE).orElseGet(() -> {
            Tally tally = new Tally(findings)
                    .asks(
                            Parameter.COMA_SCORE,
                            Parameter.EYE_OPENING,
                            Parameter.VERBAL_RESPONSE,
                            Parameter.MOTOR_RESPONSE);
            switch (findings.coma()) {
                case Lookup.Found<BigDecimal> found -> {
                    Measured<BigDecimal> lowest = found.worst(Comparator.reverseOrder());
                    tally.add(
                            new Component("Total", List.of(lowest), "eye, verbal and motor response", lowest.value()));
                }
                case Lookup.Absent<BigDecimal> absent -> tally.lacks(absent.missing());
            }
            return tally.sum(GlasgowComa::band);
        });
    }

    private static Band band(BigDecimal total) {
        int score = total.intValue();
        if (score >= MILD) {
            return new Band("13 to 15", "mild where the head is injured", score == FULL ? Concern.LOW : Concern.RAISED);
        }
        return score >= MODERATE
                ? new Band("9 to 12", "moderate where the head is injured", Concern.URGENT)
                : new Band("3 to 8", "severe where the head is injured; airway, for review", Concern.EMERGENCY);
    }
}
