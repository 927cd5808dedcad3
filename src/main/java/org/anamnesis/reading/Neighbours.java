package org.anamnesis.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.chart.ResourceId;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The resources read together, so that one can look at another it refers to: an order at its medication, a diagnosis at
 * its encounter. Looks one step far; nothing is fetched.
 */
final class Neighbours {

    private static final int MAX_REFERENCE = 400;
    private static final String URN = "urn:uuid:";

    private final Map<String, Resource> byReference = new HashMap<>();
    private final Map<Map.Entry<String, String>, List<Medication>> byIdentifier = new HashMap<>();
    private final Map<String, Observation> panelByMember = new HashMap<>();

    Neighbours(List<? extends Resource> resources) {
        for (Resource resource : resources) {
            Sources.id(resource).ifPresent(id -> {
                byReference.putIfAbsent(resource.fhirType() + "/" + id, resource);
                byReference.putIfAbsent(URN + id, resource);
            });
            if (resource instanceof Medication medication) {
                Identifiers.of(medication)
                        .forEach(identifier -> byIdentifier
                                .computeIfAbsent(identifier, first -> new ArrayList<>(1))
                                .add(medication));
            }
            if (resource instanceof Observation panel) {
                panel.getHasMember().stream()
                        .map(Reference::getReference)
                        .filter(Objects::nonNull)
                        .forEach(member -> panelByMember.putIfAbsent(relative(member), panel));
            }
        }
    }

    /** The medications that have one of these codes among their identifiers, as hospitals' formularies do. */
    List<Medication> coded(CodeableConcept code) {
        return code.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> byIdentifier.get(Map.entry(coding.getSystem(), coding.getCode())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    /** The observation that lists this one as a member. */
    Optional<Observation> panelOf(Observation member) {
        return Sources.id(member)
                .flatMap(id -> Optional.ofNullable(panelByMember.get("Observation/" + id))
                        .or(() -> Optional.ofNullable(panelByMember.get(URN + id))));
    }

    /** Whether a resource is among those that were read, not one contained in another. */
    boolean hasRead(ResourceId id) {
        return byReference.containsKey(id.reference());
    }

    /** The resource of a type that a reference points at: contained in the referring one, or read with it. */
    <R extends Resource> Optional<R> find(DomainResource from, Reference reference, Class<R> type) {
        String target = reference.getReference();
        if (target == null || target.length() > MAX_REFERENCE) {
            return Optional.empty();
        }
        Optional<? extends Resource> found = target.startsWith("#")
                ? contained(from, reference, target.substring(1))
                : Optional.ofNullable(byReference.get(relative(target)));
        return found.filter(type::isInstance).map(type::cast);
    }

    /** A contained resource refers to its siblings: those the parser has tied to the reference. */
    private static Optional<Resource> contained(DomainResource from, Reference reference, String id) {
        return from.getContained().stream()
                .filter(candidate -> id.equals(bare(candidate.getId())))
                .findFirst()
                .or(() -> Optional.ofNullable(reference.getResource())
                        .filter(Resource.class::isInstance)
                        .map(Resource.class::cast));
    }

    private static String bare(@Nullable String id) {
        String known = id == null ? "" : id;
        return known.startsWith("#") ? known.substring(1) : known;
    }

    /** {@code Type/id} of a relative or absolute reference, without version. */
    private static String relative(String target) {
        if (target.startsWith("urn:")) {
            return target;
        }
        String[] parts = target.replaceFirst("/_history/.*$", "").split("/", -1);
        return parts.length < 2 ? target : parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
}
