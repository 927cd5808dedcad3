package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The criteria of the systemic inflammatory response syndrome of 1992. */
final class Sirs implements Score {

    private static final Definition DEFINITION = new Definition(
            "SIRS",
            "ACCP/SCCM 1992",
            "Bone RC et al. Definitions for sepsis and organ failure. Chest 1992;101:1644-1655",
            "people of 18 years and over; children have other limits");

    private static final int ADULT = 18;
    private static final BigDecimal MET = BigDecimal.TWO;

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT).orElseGet(() -> {
            Tally tally = new Tally(findings).asks(Parameter.WHITE_CELLS, Parameter.RESPIRATORY_RATE);
            Criteria criteria = new Criteria(findings, tally)
                    .number(
                            "Temperature above 38 or below 36 °C",
                            "1",
                            Parameter.TEMPERATURE,
                            value -> isAbove(value, "38") || isBelow(value, "36"))
                    .number("Heart rate above 90", "1", Parameter.HEART_RATE, value -> isAbove(value, "90"));
            either(
                    tally,
                    criteria,
                    "Respiratory rate above 20, or arterial CO2 pressure below 32 mmHg",
                    new Side(findings.number(Parameter.RESPIRATORY_RATE), value -> isAbove(value, "20")),
                    new Side(findings.number(Parameter.ARTERIAL_CARBON_DIOXIDE), value -> isBelow(value, "32")));
            either(
                    tally,
                    criteria,
                    "White cells above 12 or below 4 ×10⁹/L, or more than 10 % band forms",
                    new Side(
                            findings.number(Parameter.WHITE_CELLS),
                            value -> isAbove(value, "12") || isBelow(value, "4")),
                    new Side(findings.number(Parameter.BAND_FORMS), value -> isAbove(value, "10")));
            return tally.sum(Sirs::band);
        });
    }

    /** The second side is measured now and then only: it counts where it is met, and the first decides without it. */
    private static void either(Tally tally, Criteria criteria, String name, Side first, Side second) {
        List<Measured<?>> met = new ArrayList<>(first.met());
        met.addAll(second.met());
        if (!met.isEmpty()) {
            criteria.part(name, "1", met, "met");
        } else if (first.input() instanceof Lookup.Absent<BigDecimal> absent) {
            tally.lacks(absent.missing());
        } else {
            List<Measured<?>> both =
                    new ArrayList<>(first.input().value().stream().toList());
            second.input().value().ifPresent(both::add);
            criteria.part(name, "0", both, "not met");
        }
    }

    private static boolean isAbove(BigDecimal value, String limit) {
        return value.compareTo(new BigDecimal(limit)) > 0;
    }

    private static boolean isBelow(BigDecimal value, String limit) {
        return value.compareTo(new BigDecimal(limit)) < 0;
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(MET) >= 0
                ? new Band("2 or more", "criteria of SIRS met", Concern.RAISED)
                : new Band("below 2", "criteria of SIRS not met", Concern.LOW);
    }

    private record Side(Lookup<BigDecimal> input, Predicate<BigDecimal> holds) {

        List<Measured<BigDecimal>> met() {
            return input instanceof Lookup.Found<BigDecimal> found
                    ? found.values().stream()
                            .filter(value -> holds.test(value.value()))
                            .toList()
                    : List.of();
        }
    }
}
