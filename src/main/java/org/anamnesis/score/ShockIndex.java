package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/** The shock index: heart rate over systolic blood pressure. */
final class ShockIndex implements Score {

    private static final Definition DEFINITION = new Definition(
            "Shock Index",
            "Allgöwer 1967; limit of Rady 1994",
            "Allgöwer M, Burri C. Schockindex. Dtsch Med Wochenschr 1967;92:1947-1950; Rady MY et al. A comparison of the"
                    + " shock index and conventional vital signs. Ann Emerg Med 1994;24:685-690",
            "people of 16 years and over who are not pregnant");

    private static final int ADULT = 16;
    private static final int DIGITS = 2;
    private static final BigDecimal USUAL = new BigDecimal("0.7");
    private static final BigDecimal RADY = new BigDecimal("0.9");
    private static final BigDecimal THREATENED = BigDecimal.ONE;

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Eligibility.notPregnant(findings, "its limits are not made for pregnant women"))
                .orElseGet(() -> divided(findings));
    }

    private static Outcome divided(Findings findings) {
        Tally tally = new Tally(findings).asks(Parameter.HEART_RATE, Parameter.SYSTOLIC_PRESSURE);
        Lookup<BigDecimal> rate = findings.number(Parameter.HEART_RATE);
        Lookup<BigDecimal> pressure = findings.number(Parameter.SYSTOLIC_PRESSURE);
        lacks(tally, rate);
        lacks(tally, pressure);
        if (rate instanceof Lookup.Found<BigDecimal> beats && pressure instanceof Lookup.Found<BigDecimal> systolic) {
            Measured<BigDecimal> fastest = beats.worst(Comparator.naturalOrder());
            Measured<BigDecimal> lowest = systolic.worst(Comparator.reverseOrder());
            BigDecimal index = fastest.value().divide(lowest.value(), DIGITS, RoundingMode.HALF_UP);
            tally.add(new Component("Heart rate over systolic pressure", List.of(fastest, lowest), "quotient", index));
            return tally.is(index, index.toPlainString(), band(index));
        }
        return tally.lacking();
    }

    private static void lacks(Tally tally, Lookup<BigDecimal> input) {
        if (input instanceof Lookup.Absent<BigDecimal> absent) {
            tally.lacks(absent.missing());
        }
    }

    private static Band band(BigDecimal index) {
        if (index.compareTo(THREATENED) >= 0) {
            return new Band("1.0 or more", "threatening shock in the first description", Concern.URGENT);
        }
        if (index.compareTo(RADY) > 0) {
            return new Band("above 0.9", "associated with need for immediate treatment", Concern.URGENT);
        }
        return index.compareTo(USUAL) > 0
                ? new Band("above 0.7", "above the usual 0.5 to 0.7", Concern.RAISED)
                : new Band("up to 0.7", "usual", Concern.LOW);
    }
}
