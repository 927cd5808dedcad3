package org.anamnesis.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;

/** Folds the encounters of a chart into stays, by what each says it is part of. */
public final class Stays {

    private Stays() {}

    /** The stays, in the order of their first encounters in the chart. */
    public static List<Stay> of(Chart chart) {
        List<Fact> encounters = chart.facts(FactKind.ENCOUNTER).toList();
        Map<ResourceId, Fact> byResource = new HashMap<>();
        encounters.forEach(
                encounter -> encounter.resources().forEach(resource -> byResource.putIfAbsent(resource, encounter)));
        Map<ResourceId, List<Fact>> stays = new LinkedHashMap<>();
        for (Fact encounter : encounters) {
            stays.computeIfAbsent(whole(encounter, byResource), first -> new ArrayList<>())
                    .add(encounter);
        }
        return stays.entrySet().stream()
                .map(stay -> stay(Optional.ofNullable(byResource.get(stay.getKey())), stay.getValue()))
                .toList();
    }

    private static Stay stay(Optional<Fact> whole, List<Fact> encounters) {
        List<Fact> parts = encounters.stream()
                .filter(encounter -> whole.filter(encounter::equals).isEmpty())
                .sorted(Courses.IN_TIME)
                .toList();
        return new Stay(whole, parts);
    }

    /** The outermost encounter; encounters that are part of each other in a circle stand by themselves. */
    private static ResourceId whole(Fact encounter, Map<ResourceId, Fact> byResource) {
        ResourceId own = encounter.source().resource();
        Set<ResourceId> seen = new HashSet<>(Set.of(own));
        ResourceId at = own;
        Optional<ResourceId> around = encounter.relations().encounter();
        while (around.isPresent()) {
            Optional<Fact> known = Optional.ofNullable(byResource.get(around.get()));
            at = known.map(fact -> fact.source().resource()).orElse(around.get());
            if (!seen.add(at)) {
                return own;
            }
            around = known.flatMap(fact -> fact.relations().encounter());
        }
        return at;
    }
}
