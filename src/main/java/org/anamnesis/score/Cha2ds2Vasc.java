package org.anamnesis.score;

import java.math.BigDecimal;
import java.util.Optional;

/** CHA2DS2-VASc, the risk of stroke in atrial fibrillation. */
final class Cha2ds2Vasc implements Score {

    private static final Definition DEFINITION = new Definition(
            "CHA2DS2-VASc",
            "Lip 2010",
            "Lip GYH et al. Refining clinical risk stratification for predicting stroke and thromboembolism in atrial"
                    + " fibrillation. Chest 2010;137:263-272",
            "people of 18 years and over with atrial fibrillation");

    private static final int ADULT = 18;
    private static final int ELDERLY = 65;
    private static final int OLD = 75;

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Outcome of(Findings findings) {
        return Eligibility.from(findings, ADULT)
                .or(() -> withoutFibrillation(findings))
                .orElseGet(() -> added(findings));
    }

    static Optional<Outcome> withoutFibrillation(Findings findings) {
        if (!findings.everHad("atrial-fibrillation").isEmpty()) {
            return Optional.empty();
        }
        Missing.Why why = findings.unseen("atrial-fibrillation");
        return Optional.of(
                why instanceof Missing.Why.NotRead
                        ? Outcome.NotComputable.without(new Missing("atrial fibrillation", why))
                        : new Outcome.NotApplicable("no atrial fibrillation is documented"));
    }

    private static Outcome added(Findings findings) {
        Tally tally = new Tally(findings);
        new Criteria(findings, tally)
                .everHad("Congestive heart failure or left ventricular dysfunction", "1", "heart-failure")
                .everHad("Hypertension", "1", "hypertension");
        tally.add("Age", AgeInput.of(findings, ELDERLY, OLD), Cha2ds2Vasc::age);
        new Criteria(findings, tally)
                .everHad("Diabetes mellitus", "1", "diabetes")
                .everHad("Stroke, transient ischaemic attack or thromboembolism", "2", "stroke")
                .everHad("Vascular disease", "1", "vascular-disease");
        tally.add(
                "Sex category",
                findings.sex(),
                sex -> sex == Person.Sex.FEMALE ? new Bands.Awarded(1, "female") : new Bands.Awarded(0, "male"));
        tally.note("What is not recorded as a problem counts as not present.");
        return tally.sum(Cha2ds2Vasc::band);
    }

    private static Bands.Awarded age(Age age) {
        if (age.isAtLeast(OLD)) {
            return new Bands.Awarded(2, "75 years or over");
        }
        return age.isAtLeast(ELDERLY) ? new Bands.Awarded(1, "65 to 74 years") : new Bands.Awarded(0, "under 65 years");
    }

    private static Band band(BigDecimal total) {
        return switch (total.intValue()) {
            case 0 -> new Band("low", "0 in the publication", Concern.LOW);
            case 1 -> new Band("intermediate", "1 in the publication", Concern.RAISED);
            default -> new Band("high", "2 or more in the publication: anticoagulation, for review", Concern.RAISED);
        };
    }
}
