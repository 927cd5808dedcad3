package org.anamnesis.frame;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ChartBuilder;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.reading.Times;

/** A chart of facts that are known by their names, for tests of times and visits. */
final class FramedFacts {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<FactKind, Integer> numbers = new EnumMap<>(FactKind.class);

    static ClinicalTime time(String iso) {
        return Times.parse(iso).orElseThrow();
    }

    FramedFacts fact(FactKind kind, String name, Standing standing, String begun, String ended) {
        return fact(kind, name, standing, begun, ended, "");
    }

    FramedFacts event(FactKind kind, String name, String on) {
        return fact(kind, name, Standing.FINAL, on, "");
    }

    FramedFacts of(String encounter, FactKind kind, String name, String on) {
        return fact(kind, name, Standing.FINAL, on, "", encounter);
    }

    FramedFacts encounter(String id, String partOf) {
        add(FactKind.ENCOUNTER, "Encounter " + id, Standing.COMPLETED, "", "", partOf, new Source(
                "Encounter", id, Optional.empty(), "Encounter"));
        return this;
    }

    private FramedFacts fact(
            FactKind kind, String name, Standing standing, String begun, String ended, String encounter) {
        add(kind, name, standing, begun, ended, encounter, new Source("Basic", name, Optional.empty(), "Basic"));
        return this;
    }

    private void add(
            FactKind kind,
            String name,
            Standing standing,
            String begun,
            String ended,
            String encounter,
            Source source) {
        int number = numbers.merge(kind, 1, Integer::sum);
        facts.add(new Fact(
                new CitationId(kind, number),
                Concept.of(name),
                Optional.empty(),
                standing,
                Times.parse(begun),
                Times.parse(ended).map(end -> List.of(Attribute.timed(Attribute.Role.ENDED, end))).orElse(List.of()),
                source,
                List.of(),
                encounter.isEmpty()
                        ? Relations.NONE
                        : new Relations(Optional.of(new ResourceId("Encounter", encounter)), List.of())));
    }

    Chart asOf(String now) {
        Chart empty = ChartBuilder.aChart().build();
        return new Chart(empty.patient(), facts, empty.coverage(), time(now));
    }
}
