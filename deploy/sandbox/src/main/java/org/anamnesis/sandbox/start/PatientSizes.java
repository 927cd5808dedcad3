package org.anamnesis.sandbox.start;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** How many resources were loaded for each patient. */
final class PatientSizes {

    /** The shipped charts have steps of their own in the round trip. */
    private static final Set<String> WRITTEN_BY_HAND = Set.of("lindgren", "castellanos", "okonjo");

    private final Map<String, Integer> sizes = new HashMap<>();

    synchronized void count(Bundle bundle) {
        for (var entry : bundle.getEntry()) {
            String patient = patient(entry.getResource());
            if (patient.startsWith("Patient/")) {
                sizes.merge(patient.substring("Patient/".length()), 1, Integer::sum);
            }
        }
    }

    /** The generated patients' ids, the one with the most resources first. */
    synchronized List<String> bySize() {
        return sizes.entrySet().stream()
                .filter(size -> !WRITTEN_BY_HAND.contains(size.getKey()))
                .sorted(Comparator.comparing((Map.Entry<String, Integer> size) -> -size.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String patient(Resource resource) {
        for (String element : List.of("subject", "patient")) {
            var child = resource.getNamedProperty(element);
            if (child != null
                    && !child.getValues().isEmpty()
                    && child.getValues().getFirst() instanceof Reference reference
                    && reference.hasReference()) {
                return reference.getReference();
            }
        }
        return "";
    }
}
