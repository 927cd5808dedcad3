package org.anamnesis.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anamnesis.fhirpath.FhirPaths;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Specimen;

/** Finds out why the result of a query differs from the answer: by the chart, and by trying the query on parts of it. */
final class Examination {

    private static final String EMERGENCY_IDENTIFIER = "/encounter-ed";

    private static final Set<String> NONE = Set.of("false", "0");

    private final FhirPaths engine;
    private final FhirContext fhir;

    Examination(Corpus corpus) {
        this.engine = corpus.paths();
        this.fhir = corpus.fhir();
    }

    Difference of(OpenChart open, String query, JsonNode result, JsonNode answer) {
        Bundle bundle = open.bundle();
        if (!areIn(answer, bundle)) {
            return Difference.ANSWER_NOT_IN_CHART;
        }
        if (PathValues.areSame(answer, evaluate(query, withoutEmergencyDepartment(bundle)))) {
            return Difference.WITHOUT_EMERGENCY_DEPARTMENT;
        }
        if (query.contains("specimen") && hasSpecimensOfNoObservation(bundle)) {
            return Difference.LABORATORY_MISSING;
        }
        Collections.reverse(bundle.getEntry());
        if (!PathValues.areSame(result, evaluate(query, bundle))) {
            return Difference.ORDER;
        }
        return saysNone(answer) && !saysNone(result) ? Difference.ANSWER_FINDS_LESS : Difference.UNEXPLAINED;
    }

    private JsonNode evaluate(String query, Bundle bundle) {
        return PathValues.of(engine.over(bundle).evaluate(query), fhir);
    }

    /** What is left of a chart without the visits to the emergency department and all that belongs to them. */
    private static Bundle withoutEmergencyDepartment(Bundle bundle) {
        Set<String> visits = resources(bundle, Encounter.class)
                .filter(encounter -> encounter.getIdentifier().stream()
                        .anyMatch(identifier ->
                                String.valueOf(identifier.getSystem()).endsWith(EMERGENCY_IDENTIFIER)))
                .map(encounter -> "Encounter/" + encounter.getIdPart())
                .collect(Collectors.toSet());
        Bundle part = new Bundle().setType(bundle.getType());
        bundle.getEntry().stream()
                .filter(entry ->
                        !visits.contains("Encounter/" + entry.getResource().getIdPart()))
                .filter(entry -> visitsOf(entry.getResource()).noneMatch(visits::contains))
                .forEach(part::addEntry);
        return part;
    }

    private static Stream<String> visitsOf(Resource resource) {
        return Stream.of("encounter", "context")
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .map(reference -> String.valueOf(reference.getReference()));
    }

    /** Whether every text of an answer is a word of the chart; numbers and yes or no are made by the query. */
    private boolean areIn(JsonNode answer, Bundle bundle) {
        Set<String> wanted = new HashSet<>();
        StreamSupport.stream(answer.spliterator(), false)
                .filter(JsonNode::isTextual)
                .forEach(text -> wanted.add("\"" + text.asText() + "\""));
        for (BundleEntryComponent entry : bundle.getEntry()) {
            if (wanted.isEmpty()) {
                return true;
            }
            String json = fhir.newJsonParser().encodeResourceToString(entry.getResource());
            wanted.removeIf(json::contains);
        }
        return wanted.isEmpty();
    }

    private static boolean hasSpecimensOfNoObservation(Bundle bundle) {
        Set<String> named = resources(bundle, Observation.class)
                .map(observation -> String.valueOf(observation.getSpecimen().getReference()))
                .collect(Collectors.toSet());
        return resources(bundle, Specimen.class)
                .anyMatch(specimen -> !named.contains("Specimen/" + specimen.getIdPart()));
    }

    private static <R extends Resource> Stream<R> resources(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static boolean saysNone(JsonNode values) {
        return values.isEmpty()
                || (values.size() == 1 && NONE.contains(values.get(0).asText()));
    }
}
