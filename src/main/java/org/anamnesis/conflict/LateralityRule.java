package org.anamnesis.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.conflict.Sided.Said;

/**
 * The same finding or procedure of the same region is left in one place of the chart and right in another.
 *
 * <p>What one and the same place names on both sides has two sides, and no place contradicts it.
 */
final class LateralityRule implements ConflictRule {

    @Override
    public Stream<Conflict> conflicts(Dossier dossier) {
        Map<String, List<Sided>> byFinding = byFinding(dossier);
        Map<CitationId, Conflict> byOdd = new LinkedHashMap<>();
        byFinding.forEach((finding, places) -> {
            if (!isOnBothSides(places)) {
                for (Sided odd : odd(finding, places)) {
                    conflict(finding, odd, places)
                            .ifPresent(conflict -> byOdd.merge(odd.said().id(), conflict, LateralityRule::better));
                }
            }
        });
        return byOdd.values().stream();
    }

    private static Map<String, List<Sided>> byFinding(Dossier dossier) {
        Stream<Sided> recorded = Stream.of(FactKind.PROCEDURE, FactKind.PROBLEM, FactKind.DEVICE, FactKind.RESULT)
                .flatMap(dossier.chart()::facts)
                .filter(fact -> fact.standing() != Standing.NEGATED && fact.standing() != Standing.CANCELLED)
                .flatMap(fact -> Sided.in(fact).stream());
        Stream<Sided> written = dossier.lines().stream().flatMap(line -> Sided.in(line).stream());
        Map<String, List<Sided>> byFinding = new HashMap<>();
        Stream.concat(recorded, written)
                .forEach(sided -> sided.findings()
                        .forEach(finding -> byFinding
                                .computeIfAbsent(finding, first -> new ArrayList<>())
                                .add(sided)));
        return new TreeMap<>(byFinding);
    }

    /** One place names both sides, or the lists do: two problems, two procedures. */
    private static boolean isOnBothSides(List<Sided> places) {
        Map<CitationId, Set<Sided.Hand>> hands = new HashMap<>();
        places.forEach(place -> hands.computeIfAbsent(place.said().id(), first -> new TreeSet<>())
                .add(place.hand()));
        long listed = places.stream()
                .filter(LateralityRule::isListed)
                .map(Sided::hand)
                .distinct()
                .count();
        return listed > 1 || hands.values().stream().anyMatch(both -> both.size() > 1);
    }

    /** Written down by a code, not in prose. */
    private static boolean isListed(Sided place) {
        return place.said() instanceof Said.Recorded recorded && recorded.fact().kind() != FactKind.RESULT;
    }

    /** The places that stand against more, or against recorded facts. */
    private static List<Sided> odd(String finding, List<Sided> places) {
        return places.stream()
                .filter(place -> weight(against(finding, place, places)) > weight(with(place, places)))
                .toList();
    }

    private static List<Sided> against(String finding, Sided place, List<Sided> places) {
        return places.stream()
                .filter(other -> place.opposed(other).contains(finding))
                .toList();
    }

    private static List<Sided> with(Sided place, List<Sided> places) {
        return places.stream().filter(other -> other.hand() == place.hand()).toList();
    }

    /** Only to choose which side is told first. */
    private static int weight(List<Sided> places) {
        return places.stream()
                .mapToInt(place -> place.said() instanceof Said.Recorded ? 3 : 2)
                .sum();
    }

    private static Optional<Conflict> conflict(String finding, Sided odd, List<Sided> places) {
        List<Sided> others = against(finding, odd, places);
        List<Fact> facts = others.stream()
                .map(Sided::said)
                .filter(Said.Recorded.class::isInstance)
                .map(said -> ((Said.Recorded) said).fact())
                .distinct()
                .toList();
        List<Line> lines = others.stream()
                .map(Sided::said)
                .filter(Said.Written.class::isInstance)
                .map(said -> ((Said.Written) said).line())
                .distinct()
                .toList();
        if (facts.isEmpty() && lines.isEmpty()) {
            return Optional.empty();
        }
        Side other = facts.isEmpty()
                ? Sides.of(lines)
                : Sides.ofFacts(facts).and(lines.stream().map(Line::id));
        return Optional.of(new Conflict(Conflict.Kind.LATERALITY, "Side of " + finding, side(odd), other));
    }

    private static Side side(Sided place) {
        return switch (place.said()) {
            case Said.Recorded recorded -> Sides.of(recorded.fact());
            case Said.Written written -> Sides.of(written.line());
        };
    }

    private static Conflict better(Conflict one, Conflict other) {
        return one.b().citations().size() >= other.b().citations().size() ? one : other;
    }
}
