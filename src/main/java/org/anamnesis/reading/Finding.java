package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Concept;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Relations;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.chart.Source;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;

/** One clinical statement read off a resource, before the chart merges it, orders it and gives it its citation id. */
record Finding(
        FactKind kind,
        Concept concept,
        Optional<Value> value,
        Standing standing,
        Optional<ClinicalTime> time,
        List<Attribute> attributes,
        Source source,
        Relations relations) {

    Finding {
        attributes = List.copyOf(attributes);
    }

    /** A finding that stands by itself. */
    Finding(
            FactKind kind,
            Concept concept,
            Optional<Value> value,
            Standing standing,
            Optional<ClinicalTime> time,
            List<Attribute> attributes,
            Source source) {
        this(kind, concept, value, standing, time, attributes, source, Relations.NONE);
    }

    /** A finding without a measured value. */
    Finding(
            FactKind kind,
            Concept concept,
            Standing standing,
            Optional<ClinicalTime> time,
            Attributes attributes,
            Source source) {
        this(kind, concept, Optional.empty(), standing, time, attributes.list(), source);
    }

    /** The same finding with what it hangs together with. */
    Finding with(Relations known) {
        return new Finding(kind, concept, value, standing, time, attributes, source, known);
    }

    /** The same finding, related to what its resource is related to as well. */
    Finding related(Relations resource) {
        List<ResourceId> madeWith = Stream.concat(relations.madeWith().stream(), resource.madeWith().stream())
                .distinct()
                .toList();
        return with(new Relations(relations.encounter().or(resource::encounter), madeWith));
    }

    /** The same finding with who said it. */
    Finding saidBy(List<Attribute> origins) {
        return origins.isEmpty()
                ? this
                : new Finding(
                        kind,
                        concept,
                        value,
                        standing,
                        time,
                        Stream.concat(attributes.stream(), origins.stream()).toList(),
                        source,
                        relations);
    }

    Fact cited(CitationId id, List<Source> alsoIn) {
        return new Fact(id, concept, value, standing, time, attributes, source, alsoIn, relations);
    }
}
