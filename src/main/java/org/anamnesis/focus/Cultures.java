package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.ResourceId;

/** A test of microbiology, the organisms it found and what they are susceptible to: one is not read without the others. */
final class Cultures {

    private static final Set<Topic> PARTS = EnumSet.of(Topic.CULTURE, Topic.ORGANISM, Topic.SUSCEPTIBILITY);

    private final Map<ResourceId, List<Fact>> madeWith = new HashMap<>();
    private final Map<ResourceId, Fact> bySource = new HashMap<>();

    Cultures(Chart chart) {
        chart.facts(FactKind.RESULT)
                .filter(fact -> PARTS.contains(TopicOf.fact(fact)))
                .forEach(fact -> {
                    bySource.put(fact.source().resource(), fact);
                    fact.relations()
                            .madeWith()
                            .forEach(other -> madeWith.computeIfAbsent(other, first -> new ArrayList<>())
                                    .add(fact));
                });
    }

    /** The other parts of the cultures that these facts are parts of. */
    List<Fact> besides(List<Fact> facts) {
        Set<Fact> parts = new LinkedHashSet<>();
        for (Fact fact : facts) {
            if (PARTS.contains(TopicOf.fact(fact))) {
                fact.relations().madeWith().stream()
                        .filter(bySource::containsKey)
                        .forEach(other -> parts.add(bySource.get(other)));
                parts.addAll(madeWith.getOrDefault(fact.source().resource(), List.of()));
            }
        }
        facts.forEach(parts::remove);
        return List.copyOf(parts);
    }
}
