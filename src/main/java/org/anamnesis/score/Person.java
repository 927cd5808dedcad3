package org.anamnesis.score;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.ClinicalTime;

/** Whom a score is made for: age, sex and pregnancy at a moment. */
final class Person {

    private static final Duration LONGEST_PREGNANCY = Duration.ofDays(44L * 7);
    private static final Duration CHILDBED = Duration.ofDays(42);

    private final Inputs inputs;
    private final ClinicalTime moment;
    private final Limits limits;

    Person(Inputs inputs, ClinicalTime moment, Limits limits) {
        this.inputs = inputs;
        this.moment = moment;
        this.limits = limits;
    }

    Optional<Age> age() {
        return inputs.age(moment);
    }

    /** Female or male, as the chart has it; other and unknown sexes fit no published table. */
    Lookup<Sex> sex() {
        return inputs.chart()
                .patient()
                .sex()
                .flatMap(Sex::of)
                .<Lookup<Sex>>map(sex -> new Lookup.Found<>(
                        List.of(new Measured<>("sex", sex, sex.words(), Optional.empty(), Optional.empty()))))
                .orElseGet(() -> Lookup.absent("sex (female or male)", new Missing.Why.NotRecorded()));
    }

    Pregnancy pregnancy() {
        if (sex().value().filter(sex -> sex.value() == Sex.MALE).isPresent()) {
            return new Pregnancy.NotPregnant(Optional.empty());
        }
        Optional<Measured<String>> delivered = recent(inputs.history().ever("delivery", moment), CHILDBED);
        if (delivered.isPresent()) {
            return new Pregnancy.Postpartum(delivered.get());
        }
        Optional<Measured<String>> stated = inputs.words(Parameter.PREGNANCY_STATUS)
                .at(moment, limits.pregnancy(), new Missing.Why.NotRecorded())
                .value();
        if (stated.filter(status -> status.value().equals("pregnant")).isPresent()) {
            return new Pregnancy.Pregnant(stated.get());
        }
        Optional<Measured<String>> problem = recent(inputs.history().current("pregnancy", moment), LONGEST_PREGNANCY);
        if (problem.isPresent()) {
            return new Pregnancy.Pregnant(problem.get());
        }
        return stated.filter(status -> status.value().equals("not-pregnant"))
                .<Pregnancy>map(status -> new Pregnancy.NotPregnant(Optional.of(status)))
                .orElseGet(Pregnancy.NotDocumented::new);
    }

    /** A problem that nobody closed ends with the time it can last. */
    private Optional<Measured<String>> recent(List<Measured<String>> found, Duration longest) {
        return found.stream()
                .filter(fact -> fact.time()
                        .filter(time -> Elapsed.between(time, moment).compareTo(longest) <= 0)
                        .isPresent())
                .findFirst();
    }

    /** The sexes that published tables are made for. */
    enum Sex {
        FEMALE,
        MALE;

        static Optional<Sex> of(String gender) {
            return switch (gender) {
                case "female" -> Optional.of(FEMALE);
                case "male" -> Optional.of(MALE);
                default -> Optional.empty();
            };
        }

        String words() {
            return Text.key(this);
        }
    }
}
