package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CURB-65 for pneumonia acquired outside hospital. */
final class Curb65 implements Score {

    private static final Definition DEFINITION = new Definition(
            "CURB-65",
            "Lim 2003",
            "Lim WS et al. Defining community acquired pneumonia severity on presentation to hospital."
                    + " Thorax 2003;58:377-382",
            "people of 18 years and over with pneumonia acquired outside hospital");

    private static final int ADULT = 18;
    private static final int OLD = 65;
    private static final BigDecimal UREA = BigDecimal.valueOf(7);
    private static final BigDecimal UREA_OF_NITROGEN = new BigDecimal("0.357");
    private static final BigDecimal FAST = BigDecimal.valueOf(30);
    private static final BigDecimal LOW_SYSTOLIC = BigDecimal.valueOf(90);
    private static final BigDecimal LOW_DIASTOLIC = BigDecimal.valueOf(60);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> findings.has("pneumonia").isEmpty()
                        ? Optional.of(new Outcome.NotApplicable("no pneumonia is documented"))
                        : Optional.empty())
                .orElseGet(() -> added(findings));
    }

    private static Outcome added(Findings findings) {
        Tally tally = new Tally(findings).asks(Parameter.CONSCIOUSNESS, Parameter.UREA, Parameter.UREA_NITROGEN);
        Criteria criteria = new Criteria(findings, tally)
                .number("New confusion", "1", findings.consciousness(), level -> level != Consciousness.ALERT)
                .number("Urea above 7 mmol/L", "1", urea(findings), value -> value.compareTo(UREA) > 0)
                .number(
                        "Respiratory rate 30 or more",
                        "1",
                        Parameter.RESPIRATORY_RATE,
                        value -> value.compareTo(FAST) >= 0);
        pressure(findings, tally, criteria);
        criteria.number("65 years or over", "1", AgeInput.of(findings, OLD), age -> age.isAtLeast(OLD));
        return tally.sum(Curb65::band);
    }

    /** In the United States the same blood test is given as the nitrogen in urea. */
    private static Lookup<BigDecimal> urea(Findings findings) {
        Lookup<BigDecimal> urea = findings.number(Parameter.UREA);
        Lookup<BigDecimal> nitrogen = findings.number(Parameter.UREA_NITROGEN);
        return urea instanceof Lookup.Absent<BigDecimal> && nitrogen instanceof Lookup.Found<BigDecimal>
                ? nitrogen.map(value -> value.multiply(UREA_OF_NITROGEN))
                : urea;
    }

    /** Either side alone meets the criterion; not to meet it, both must be known. */
    private static void pressure(Findings findings, Tally tally, Criteria criteria) {
        String name = "Systolic below 90 or diastolic 60 or less";
        Lookup<BigDecimal> systolic = findings.number(Parameter.SYSTOLIC_PRESSURE);
        Lookup<BigDecimal> diastolic = findings.number(Parameter.DIASTOLIC_PRESSURE);
        List<Measured<?>> met = new ArrayList<>();
        systolic.value()
                .filter(value -> value.value().compareTo(LOW_SYSTOLIC) < 0)
                .ifPresent(met::add);
        diastolic
                .value()
                .filter(value -> value.value().compareTo(LOW_DIASTOLIC) <= 0)
                .ifPresent(met::add);
        tally.asks(Parameter.SYSTOLIC_PRESSURE, Parameter.DIASTOLIC_PRESSURE);
        if (!met.isEmpty()) {
            criteria.part(name, "1", met, "met");
        } else if (systolic instanceof Lookup.Absent<BigDecimal> absent) {
            tally.lacks(absent.missing());
        } else if (diastolic instanceof Lookup.Absent<BigDecimal> absent) {
            tally.lacks(absent.missing());
        } else {
            List<Measured<?>> both = new ArrayList<>(systolic.value().stream().toList());
            diastolic.value().ifPresent(both::add);
            criteria.part(name, "0", both, "not met");
        }
    }

    private static Band band(BigDecimal total) {
        return switch (total.intValue()) {
            case 0, 1 -> new Band("low", "30-day mortality 1.5 % in the study", Concern.LOW);
            case 2 -> new Band("intermediate", "30-day mortality 9 % in the study", Concern.RAISED);
            default -> new Band("high", "30-day mortality 22 % in the study", Concern.URGENT);
        };
    }
}
