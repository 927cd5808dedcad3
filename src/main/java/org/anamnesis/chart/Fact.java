package org.anamnesis.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One clinical statement of the chart, normalised, with the place it came from.
 *
 * @param id how a statement cites it
 * @param concept what it names: the diagnosis, the drug, the test
 * @param value what was found, for results and vitals
 * @param standing how it stands
 * @param time when it was so: the effective time, the onset, the order's date
 * @param attributes what else it says, in reading order
 * @param source where it stands in the EHR
 * @param alsoIn where the very same statement stands once more
 * @param relations the encounter it belongs to, and what its source was read together with
 */
public record Fact(
        CitationId id,
        Concept concept,
        Optional<Value> value,
        Standing standing,
        Optional<ClinicalTime> time,
        List<Attribute> attributes,
        Source source,
        List<Source> alsoIn,
        Relations relations) {

    public Fact {
        attributes = List.copyOf(attributes);
        alsoIn = List.copyOf(alsoIn);
    }

    /** A fact that stands in one place only. */
    public Fact(
            CitationId id,
            Concept concept,
            Optional<Value> value,
            Standing standing,
            Optional<ClinicalTime> time,
            List<Attribute> attributes,
            Source source) {
        this(id, concept, value, standing, time, attributes, source, List.of(), Relations.NONE);
    }

    public FactKind kind() {
        return id.kind();
    }

    /** The first attribute of a role. */
    public Optional<Attribute> attribute(Attribute.Role role) {
        return attributes(role).findFirst();
    }

    /** All attributes of a role, in reading order. */
    public Stream<Attribute> attributes(Attribute.Role role) {
        return attributes.stream().filter(attribute -> attribute.role() == role);
    }

    /** Every resource this fact was made of, its own source first. */
    public Stream<ResourceId> resources() {
        Stream<ResourceId> said =
                Stream.concat(Stream.of(source), alsoIn.stream()).map(Source::resource);
        return Stream.concat(said, relations.madeWith().stream()).distinct();
    }

    /** What was found, where it is one number. */
    public Optional<Value.Quantity> quantity() {
        return value.filter(Value.Quantity.class::isInstance).map(Value.Quantity.class::cast);
    }
}
