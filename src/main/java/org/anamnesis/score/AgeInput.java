package org.anamnesis.score;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The age as an input of points: found where the date of birth decides every limit of years that the score asks for. */
final class AgeInput {

    private AgeInput() {}

    static Lookup<Age> of(Findings findings, int... limits) {
        return findings.age()
                .filter(age -> Arrays.stream(limits).allMatch(years -> age.isAtLeast(years) || age.isBelow(years)))
                .<Lookup<Age>>map(age -> new Lookup.Found<>(
                        List.of(new Measured<>(Age.NAME, age, age.text(), Optional.empty(), age.source()))))
                .orElseGet(() -> Lookup.absent("date of birth", new Missing.Why.NotRecorded()));
    }
}
