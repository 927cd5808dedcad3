package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/**
 * How the observations of microbiology hang together: a test on a specimen, the organisms it found, and each organism's
 * susceptibilities. They are tied by {@code derivedFrom} below or by {@code hasMember} above.
 */
final class Cultures {

    private static final int MAX_DEPTH = 4;
    private static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    /** HL7 v3 ObservationInterpretation, susceptibility. */
    private static final Set<String> SUSCEPTIBILITIES = Set.of("S", "I", "R", "SDD", "NS", "SYN-S", "SYN-R");

    private Cultures() {}

    /** The observations an organism or a susceptibility belongs to, the nearest first; none for other observations. */
    static Stream<Observation> above(Observation observation, Neighbours neighbours) {
        if (!isSusceptibility(observation) && !isOrganism(observation, neighbours)) {
            return Stream.empty();
        }
        List<Observation> above = new ArrayList<>();
        Optional<Observation> next = parent(observation, neighbours);
        while (next.isPresent() && above.size() < MAX_DEPTH && !above.contains(next.get())) {
            above.add(next.get());
            next = parent(next.get(), neighbours);
        }
        return above.stream();
    }

    /** What was examined, which test found it, and which organism it is or found. */
    static void add(Attributes attributes, Observation observation, Neighbours neighbours) {
        List<Observation> above = above(observation, neighbours).toList();
        Stream.concat(Stream.of(observation), above.stream())
                .map(test -> Specimens.words(test, test.getSpecimen(), neighbours))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(specimen -> attributes.words(Role.SPECIMEN, specimen));
        for (Observation test : above) {
            boolean organism = isOrganism(test, neighbours);
            attributes.words(
                    organism ? Role.ORGANISM : Role.TEST, organism ? name(test) : Words.of(test.getCode()));
        }
        observation.getHasMember().stream()
                .map(member -> neighbours.find(observation, member, Observation.class))
                .flatMap(Optional::stream)
                .filter(member -> isOrganism(member, neighbours))
                .forEach(organism -> attributes.words(Role.ORGANISM, name(organism)));
    }

    private static boolean isOrganism(Observation observation, Neighbours neighbours) {
        return hasSystem(observation.getCode(), "organism")
                || observation.getHasMember().stream()
                        .map(member -> neighbours.find(observation, member, Observation.class))
                        .flatMap(Optional::stream)
                        .anyMatch(Cultures::isSusceptibility);
    }

    private static boolean isSusceptibility(Observation observation) {
        boolean interpreted = observation.getInterpretation().stream()
                .flatMap(interpretation -> interpretation.getCoding().stream())
                .anyMatch(coding -> SUSCEPTIBILITIES.contains(coding.getCode()));
        boolean valued = observation.getValue() instanceof CodeableConcept value
                && value.getCoding().stream().anyMatch(coding -> INTERPRETATION.equals(coding.getSystem()));
        return interpreted || valued;
    }

    /** Some laboratories give the organism as the value, others as the code of its observation. */
    private static Optional<String> name(Observation organism) {
        Optional<String> value = organism.getValue() instanceof CodeableConcept named
                ? Words.of(named)
                : Optional.empty();
        return value.or(() -> Words.of(organism.getCode()));
    }

    private static Optional<Observation> parent(Observation observation, Neighbours neighbours) {
        return observation.getDerivedFrom().stream()
                .map(reference -> neighbours.find(observation, reference, Observation.class))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> neighbours.panelOf(observation));
    }

    private static boolean hasSystem(CodeableConcept code, String word) {
        return code.getCoding().stream()
                .filter(Coding::hasSystem)
                .anyMatch(coding -> coding.getSystem().toLowerCase(Locale.ROOT).contains(word));
    }
}
