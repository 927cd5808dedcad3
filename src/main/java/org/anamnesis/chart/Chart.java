package org.anamnesis.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One patient's chart as it was read at one moment: the facts, each under its citation id, and the coverage.
 */
public final class Chart {

    private final Demographics patient;
    private final Map<CitationId, Fact> facts;
    private final Coverage coverage;
    private final ClinicalTime asOf;

    /**
     * @param facts in the order in which they are to be read; ids are unique
     * @param asOf the moment that counts as "now" for this chart: the request's, never the machine's own
     * @throws IllegalArgumentException where two facts have the same id
     */
    public Chart(Demographics patient, List<Fact> facts, Coverage coverage, ClinicalTime asOf) {
        this.patient = patient;
        this.coverage = coverage;
        this.asOf = asOf;
        Map<CitationId, Fact> byId = LinkedHashMap.newLinkedHashMap(facts.size());
        for (Fact fact : facts) {
            if (byId.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException("two facts share the citation id " + fact.id());
            }
        }
        this.facts = byId;
    }

    public Demographics patient() {
        return patient;
    }

    public Coverage coverage() {
        return coverage;
    }

    public ClinicalTime asOf() {
        return asOf;
    }

    /** All facts, in reading order. */
    public List<Fact> facts() {
        return List.copyOf(facts.values());
    }

    /** The facts of one kind, in reading order. */
    public Stream<Fact> facts(FactKind kind) {
        return facts.values().stream().filter(fact -> fact.kind() == kind);
    }

    /** The coverage line that an id of kind {@link FactKind#COVERAGE} cites: its number is the line's place from 1. */
    public Optional<Coverage.Entry> coverage(CitationId id) {
        return id.kind() == FactKind.COVERAGE
                        && id.number() <= coverage.entries().size()
                ? Optional.of(coverage.entries().get(id.number() - 1))
                : Optional.empty();
    }

    /** The fact that an id cites; empty where this chart gave out no such id. */
    public Optional<Fact> fact(CitationId id) {
        return Optional.ofNullable(facts.get(id));
    }
}
