package org.anamnesis.score;

import java.util.Optional;
import java.util.function.Predicate;

/** Whether a score is made for a patient, by age and pregnancy; where that is not known, the score is not computable. */
final class Eligibility {

    private static final Missing AGE = new Missing("date of birth", new Missing.Why.NotRecorded());

    private Eligibility() {}

    /** Empty where the patient is certainly so old. */
    static Optional<Outcome> from(Findings findings, int years) {
        return byAge(
                findings,
                age -> age.isAtLeast(years),
                age -> age.isBelow(years),
                "made for people of " + years + " years and over");
    }

    /** Empty where the patient is certainly younger. */
    static Optional<Outcome> below(Findings findings, int years) {
        return byAge(
                findings,
                age -> age.isBelow(years),
                age -> age.isAtLeast(years),
                "made for people under " + years + " years");
    }

    /** Empty unless the chart says that the patient is pregnant. */
    static Optional<Outcome> notPregnant(Findings findings, String why) {
        return findings.pregnancy() instanceof Pregnancy.Pregnant pregnant
                ? Optional.of(new Outcome.NotApplicable(
                        why + ": " + pregnant.evidence().sentence()))
                : Optional.empty();
    }

    /** Where it decides that nothing is written, that is said. */
    static void noteOnPregnancy(Findings findings, Tally tally) {
        boolean possible = findings.age()
                .filter(age -> !age.isBelow(12) && !age.isAtLeast(56))
                .isPresent();
        if (possible && findings.pregnancy() instanceof Pregnancy.NotDocumented) {
            tally.note("No pregnancy is documented; the score is not made for pregnant women.");
        }
    }

    private static Optional<Outcome> byAge(
            Findings findings, Predicate<Age> fits, Predicate<Age> doesNot, String made) {
        Optional<Age> age = findings.age();
        if (age.filter(fits).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(age.filter(doesNot)
                .<Outcome>map(known -> new Outcome.NotApplicable(made + "; the patient is " + known.text()))
                .orElseGet(() -> Outcome.NotComputable.without(AGE)));
    }
}
