package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** HAS-BLED, the risk of major bleeding in atrial fibrillation. */
final class HasBled implements Score {

    private static final Definition DEFINITION = new Definition(
            "HAS-BLED",
            "Pisters 2010",
            "Pisters R et al. A novel user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in patients with"
                    + " atrial fibrillation. Chest 2010;138:1093-1100",
            "people of 18 years and over with atrial fibrillation");

    private static final int ADULT = 18;

    /** "Elderly" is over 65: from the 66th birthday. */
    private static final int ELDERLY = 66;

    private static final BigDecimal UNCONTROLLED = BigDecimal.valueOf(160);
    private static final BigDecimal CREATININE = new BigDecimal("2.26");
    private static final BigDecimal DRINKS = BigDecimal.valueOf(8);
    private static final BigDecimal HIGH = BigDecimal.valueOf(3);

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> Cha2ds2Vasc.withoutFibrillation(findings))
                .orElseGet(() -> added(findings));
    }

    private static Outcome added(Findings findings) {
        Tally tally = new Tally(findings).asks(Parameter.CREATININE, Parameter.SYSTOLIC_PRESSURE);
        Criteria criteria = new Criteria(findings, tally)
                .number(
                        "Hypertension (systolic above 160)",
                        "1",
                        findings.number(
                                Parameter.SYSTOLIC_PRESSURE, findings.limits().slow()),
                        value -> value.compareTo(UNCONTROLLED) > 0);
        renal(findings, criteria);
        criteria.everHad("Abnormal liver function", "1", "liver-disease")
                .everHad("Stroke", "1", "stroke-ever")
                .everHad("Bleeding history or predisposition", "1", "bleeding");
        labile(findings, criteria);
        criteria.number("Over 65 years", "1", AgeInput.of(findings, ELDERLY), age -> age.isAtLeast(ELDERLY))
                .has("Drugs: antiplatelet or anti-inflammatory", "1", "antiplatelet", "nsaid");
        alcohol(findings, criteria);
        tally.note("What is not recorded as a problem or a medicine counts as not present.");
        return tally.sum(HasBled::band);
    }

    /** Dialysis, a transplant, or a creatinine from 200 umol/L. */
    private static void renal(Findings findings, Criteria criteria) {
        String name = "Abnormal renal function";
        List<Measured<?>> known = new ArrayList<>(findings.everHad("renal-disease"));
        if (known.isEmpty()) {
            criteria.number(
                    name, "1", findings.number(Parameter.CREATININE), value -> value.compareTo(CREATININE) >= 0);
        } else {
            criteria.part(name, "1", known, "recorded");
        }
    }

    /** Only who takes a vitamin K antagonist can have a labile INR. */
    private static void labile(Findings findings, Criteria criteria) {
        String name = "Labile INR";
        if (findings.has("vitamin-k-antagonist").isEmpty()) {
            criteria.part(name, "0", List.of(), "no vitamin K antagonist recorded");
        } else {
            criteria.answer(name, "1", Parameter.LABILE_INR);
        }
    }

    private static void alcohol(Findings findings, Criteria criteria) {
        String name = "Alcohol (8 drinks a week or more)";
        List<Measured<?>> known = new ArrayList<>(findings.has("alcohol-excess"));
        if (known.isEmpty()) {
            criteria.number(name, "1", findings.number(Parameter.WEEKLY_DRINKS), value -> value.compareTo(DRINKS) >= 0);
        } else {
            criteria.part(name, "1", known, "recorded");
        }
    }

    private static Band band(BigDecimal total) {
        return total.compareTo(HIGH) >= 0
                ? new Band("high", "3 or more: regular review and correctable causes, for review", Concern.RAISED)
                : new Band("below 3", "below the publication's limit for high risk", Concern.LOW);
    }
}
