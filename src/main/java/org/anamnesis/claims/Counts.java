package org.anamnesis.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Standing;

/** So many of a thing, however they may be counted. */
final class Counts {

    private final Judge judge;
    private final Times times;

    Counts(Judge judge, Times times) {
        this.judge = judge;
        this.times = times;
    }

    /** So many of them, however they may be counted: resources, names, days. */
    Said counted(Claim claim, List<FactView> views) {
        StateFit fit = new StateFit(times, views);
        List<FactView> fitting = views.stream()
                .filter(view -> claim.states().stream()
                        .anyMatch(state -> fit.misfits(state, view).isEmpty()))
                .filter(view -> view.fact().standing() != Standing.NEGATED)
                .toList();
        if (fitting.isEmpty()) {
            return views.isEmpty()
                    ? Said.notFound("count", "the chart has none", List.of())
                    : judge.misfit(claim.state(), views);
        }
        int wanted = claim.count().orElseThrow();
        Set<Integer> counts = new HashSet<>();
        counts.add(
                (int) fitting.stream().map(view -> view.fact().id()).distinct().count());
        counts.add((int) fitting.stream()
                .map(view -> view.fact().concept().text())
                .distinct()
                .count());
        counts.add((int) fitting.stream()
                .flatMap(view -> view.begin().map(ClinicalTime::date).stream())
                .distinct()
                .count());
        byType(fitting).forEach(counts::add);
        if (claim.stems().contains("vessel")) {
            // so many vessels of one operation
            counts.clear();
        }
        boolean named = wanted < NumberWords.ONES.size()
                && fitting.stream().anyMatch(view -> view.name().contains(NumberWords.ONES.get(wanted)));
        if (named) {
            // "fracture of four ribs" is one entry
            counts.add(wanted);
        }
        return counts.contains(wanted)
                ? Said.supported(judge.best(fitting))
                : Said.contradicted(
                        "count",
                        "the chart has "
                                + counts.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or "))
                                + ", not " + wanted,
                        judge.best(fitting));
    }

    /** How many there are of each type of resource. */
    private static Set<Integer> byType(List<FactView> views) {
        return views.stream()
                .collect(Collectors.groupingBy(
                        view -> view.fact().source().type(),
                        Collectors.mapping(view -> view.fact().id(), Collectors.toSet())))
                .values()
                .stream()
                .map(Set::size)
                .collect(Collectors.toSet());
    }
}
