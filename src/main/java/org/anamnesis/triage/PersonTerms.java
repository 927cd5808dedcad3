package org.anamnesis.triage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.score.Age;
import org.anamnesis.score.Measured;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Pregnancy;

/** Conditions on who the patient is, what the patient has, and how the patient came. */
final class PersonTerms {

    private static final int MONTHS = 12;
    private static final int YOUNGEST_MOTHER = 12;
    private static final int OLDEST_MOTHER = 51;
    private static final List<String> PREGNANT = List.of("pregnancy", "pregnancy-problem", "preeclampsia");

    private PersonTerms() {}

    static Term age(Bound bound) {
        return visit -> aged(visit, age -> bound.ofSpan(age.fromMonths() / MONTHS, age.toMonths() / MONTHS));
    }

    static Term months(Bound bound) {
        return visit -> aged(visit, age -> bound.ofSpan(age.fromMonths(), age.toMonths()));
    }

    static Term female(boolean female) {
        return visit -> visit.findings()
                .isFemale()
                .map(known -> Truth.yesIf(known == female, List.of(said("sex " + (female ? "female" : "male")))))
                .orElseGet(() -> Truth.open(new Missing("sex", new Missing.Why.NotRecorded())));
    }

    /** By the chart, or by the complaint; where nobody says, open for those who may be. */
    static Term pregnant() {
        return visit -> {
            List<Evidence> told = visit.understanding().evidence(PREGNANT);
            if (!told.isEmpty()) {
                return Truth.yes(told);
            }
            return switch (visit.findings().pregnancy()) {
                case Pregnancy.Pregnant pregnant -> Truth.yes(List.of(Evidence.of(pregnant.evidence())));
                case Pregnancy.Postpartum ignored -> Truth.NO;
                case Pregnancy.NotPregnant ignored -> Truth.NO;
                case Pregnancy.NotDocumented ignored -> mayBe(visit);
            };
        };
    }

    /** One of several entries of the history is enough. */
    static Term history(List<String> keys) {
        return visit -> {
            List<Truth> each = keys.stream().map(visit::history).toList();
            List<Evidence> evidence = each.stream()
                    .filter(truth -> truth.answer() == Answer.YES)
                    .flatMap(truth -> truth.evidence().stream())
                    .distinct()
                    .toList();
            if (!evidence.isEmpty()) {
                return Truth.yes(evidence);
            }
            return each.stream()
                    .filter(truth -> truth.answer() == Answer.OPEN)
                    .findFirst()
                    .map(open -> Truth.open(new Missing(
                            "history of " + String.join(", ", keys).replace('-', ' '),
                            open.missing().getFirst().why())))
                    .orElse(Truth.NO);
        };
    }

    /** The part of the chart that would tell was not read. */
    static Term unknownHistory(List<String> keys) {
        return visit -> Truth.yesIf(
                keys.stream().map(visit::history).anyMatch(truth -> truth.answer() == Answer.OPEN),
                List.of(said("not known: " + String.join(", ", keys).replace('-', ' '))));
    }

    static Term arrival(List<String> modes) {
        return visit -> Truth.yesIf(
                modes.contains(visit.visit().arrival().word()),
                List.of(said("arrival: " + visit.visit().arrival().word())));
    }

    private static Truth aged(Presentation visit, Function<Age, Answer> holds) {
        Optional<Age> age = visit.findings().age();
        return switch (age.map(holds).orElse(Answer.OPEN)) {
            case YES ->
                Truth.yes(age.stream()
                        .map(known -> Evidence.of(
                                new Measured<>("age", known, known.text(), Optional.empty(), known.source())))
                        .toList());
            case NO -> Truth.NO;
            case OPEN -> Truth.open(new Missing("date of birth", new Missing.Why.NotRecorded()));
        };
    }

    private static Truth mayBe(Presentation visit) {
        boolean possible = visit.findings()
                .age()
                .filter(age -> age.isAtLeast(YOUNGEST_MOTHER) && age.isBelow(OLDEST_MOTHER))
                .isPresent();
        return possible ? Truth.open(new Missing("pregnancy", new Missing.Why.NotRecorded())) : Truth.NO;
    }

    private static Evidence said(String words) {
        return new Evidence(words, Optional.empty(), Optional.empty());
    }
}
