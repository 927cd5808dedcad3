package org.anamnesis.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was done on which side: the side must stand in the fact that says the rest. */
final class Sides {

    private Sides() {}

    /** What speaks against it: beside its neighbour in the sentence the chart says the other side only. */
    static Optional<Said> check(ChartView chart, List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            for (int other = Math.max(0, i - 1); other < Math.min(claims.size(), i + 2); other++) {
                Optional<Said> against =
                        other == i ? Optional.empty() : against(chart, claims.get(i), claims.get(other));
                if (against.isPresent()) {
                    return against;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> against(ChartView chart, Claim sided, Claim neighbour) {
        boolean hasSide = sided.stems().contains("left") || sided.stems().contains("right");
        if (!hasSide || sided.kind() != Claim.Kind.WORDS || neighbour.kind() != Claim.Kind.WORDS || sided.negated()) {
            return Optional.empty();
        }
        Set<String> both = new LinkedHashSet<>(sided.stems());
        both.addAll(neighbour.stems());
        List<FactView> turned =
                chart.saying(both.stream().map(Sides::other).collect(Collectors.toCollection(LinkedHashSet::new)));
        return chart.saying(both).isEmpty() && !turned.isEmpty()
                ? Optional.of(Said.contradicted(
                        "side",
                        "the chart has the other side: " + turned.getFirst().told(),
                        turned))
                : Optional.empty();
    }

    private static String other(String stem) {
        return stem.equals("left") ? "right" : stem.equals("right") ? "left" : stem;
    }
}
