package org.anamnesis.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.score.Missing;

/** Conditions on what the complaint means. */
final class ComplaintTerms {

    private ComplaintTerms() {}

    /** One of the groups is meant. */
    static Term any(List<String> groups) {
        return visit -> {
            List<Evidence> evidence = visit.understanding().evidence(groups);
            if (!evidence.isEmpty()) {
                return Truth.yes(evidence);
            }
            return visit.visit().complaints().isEmpty() ? unknown() : Truth.NO;
        };
    }

    /** None of the groups is meant. */
    static Term none(List<String> groups) {
        return visit -> visit.visit().complaints().isEmpty()
                ? unknown()
                : Truth.yesIf(visit.understanding().evidence(groups).isEmpty(), List.of());
    }

    /** No other group is meant. */
    static Term only(List<String> groups) {
        return visit -> {
            Set<String> meant = visit.understanding().meant().stream()
                    .map(each -> each.group().key())
                    .collect(Collectors.toCollection(HashSet::new));
            return Truth.yesIf(
                    !meant.isEmpty() && Set.copyOf(groups).containsAll(meant),
                    visit.understanding().evidence(groups));
        };
    }

    /** Some group is meant. */
    static Term understood() {
        return visit -> Truth.yesIf(
                !visit.understanding().meant().isEmpty(),
                visit.understanding().told().stream().map(Evidence::of).toList());
    }

    private static Truth unknown() {
        return Truth.open(new Missing("chief complaint", new Missing.Why.NotRecorded()));
    }
}
