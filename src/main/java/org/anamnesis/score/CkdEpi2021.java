package org.anamnesis.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The estimated glomerular filtration rate by the race-free CKD-EPI creatinine equation of 2021. */
final class CkdEpi2021 implements Score {

    private static final Definition DEFINITION = new Definition(
            "eGFR CKD-EPI",
            "2021, creatinine",
            "Inker LA et al. New creatinine- and cystatin C-based equations to estimate GFR without race."
                    + " N Engl J Med 2021;385:1737-1749",
            "people of 18 years and over who are not pregnant, with a steady creatinine");

    private static final int ADULT = 18;
    private static final int DIGITS = 2;
    private static final Duration STEADY = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofHours(48);

    /** KDIGO's definition of acute kidney injury (2012): 0.3 mg/dL within 48 hours, or 1.5 times within seven days. */
    private static final BigDecimal RISE = new BigDecimal("0.3");

    private static final BigDecimal TIMES = new BigDecimal("1.5");

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Eligibility.notPregnant(findings, "creatinine equations are not valid in pregnancy"))
                .orElseGet(() -> estimated(findings));
    }

    private static Outcome estimated(Findings findings) {
        Tally tally = new Tally(findings).asks(Parameter.CREATININE);
        Lookup<BigDecimal> creatinine = findings.number(Parameter.CREATININE);
        Lookup<Person.Sex> sex = findings.sex();
        Lookup<Integer> years = years(findings);
        for (Lookup<?> input : List.of(creatinine, sex, years)) {
            if (input instanceof Lookup.Absent<?> absent) {
                tally.lacks(absent.missing());
            }
        }
        if (!(creatinine instanceof Lookup.Found<BigDecimal> measured
                && sex instanceof Lookup.Found<Person.Sex> known
                && years instanceof Lookup.Found<Integer> age)) {
            return tally.lacking();
        }
        Measured<BigDecimal> highest = measured.worst(Comparator.naturalOrder());
        double exact = rate(
                highest.value().doubleValue(),
                known.first().value(),
                age.first().value());
        BigDecimal rate = BigDecimal.valueOf(exact).setScale(DIGITS, RoundingMode.HALF_UP);
        long whole = Math.round(exact);
        tally.add(new Component(
                "Creatinine, age and sex",
                List.of(highest, age.first(), known.first()),
                "142 x min(Scr/k,1)^a x max(Scr/k,1)^-1.200 x 0.9938^age, x 1.012 where female",
                rate));
        if (isChanging(findings)) {
            tally.note("Creatinine is changing: the equation holds for a steady creatinine only.");
        }
        return tally.is(rate, whole + " mL/min/1.73 m²", band(whole));
    }

    private static Lookup<Integer> years(Findings findings) {
        return findings.age()
                .flatMap(age -> age.years()
                        .<Lookup<Integer>>map(years -> new Lookup.Found<>(
                                List.of(new Measured<>(Age.NAME, years, age.text(), Optional.empty(), age.source())))))
                .orElseGet(() -> Lookup.absent("date of birth", new Missing.Why.NotRecorded()));
    }

    private static double rate(double creatinine, Person.Sex sex, int years) {
        boolean female = sex == Person.Sex.FEMALE;
        double kappa = female ? 0.7 : 0.9;
        double alpha = female ? -0.241 : -0.302;
        return 142
                * Math.pow(Math.min(creatinine / kappa, 1), alpha)
                * Math.pow(Math.max(creatinine / kappa, 1), -1.200)
                * Math.pow(0.9938, years)
                * (female ? 1.012 : 1);
    }

    private static boolean isChanging(Findings findings) {
        return isWide(
                        findings.within(Parameter.CREATININE, SOON),
                        (low, high) -> high.subtract(low).compareTo(RISE) >= 0)
                || isWide(
                        findings.within(Parameter.CREATININE, STEADY),
                        (low, high) -> high.compareTo(low.multiply(TIMES)) >= 0);
    }

    private static boolean isWide(List<BigDecimal> values, BiPredicate<BigDecimal, BigDecimal> apart) {
        return !values.isEmpty()
                && apart.test(
                        values.stream().min(Comparator.naturalOrder()).orElseThrow(),
                        values.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /** The stages of KDIGO 2012; a stage is a diagnosis only after three months. */
    private static Band band(long value) {
        if (value >= 90) {
            return new Band("G1", "normal or high", Concern.LOW);
        }
        if (value >= 60) {
            return new Band("G2", "mildly decreased", Concern.LOW);
        }
        if (value >= 30) {
            return value >= 45
                    ? new Band("G3a", "mildly to moderately decreased", Concern.RAISED)
                    : new Band("G3b", "moderately to severely decreased", Concern.RAISED);
        }
        return value >= 15
                ? new Band("G4", "severely decreased", Concern.RAISED)
                : new Band("G5", "kidney failure", Concern.URGENT);
    }
}
