package org.anamnesis.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The resources read together, so that one can look at another it refers to: an order at its medication, a diagnosis at
 * its encounter. Looks one step far; nothing is fetched.
 */
final class Neighbours {

    private static final int MAX_REFERENCE = 400;

    private final Map<String, Resource> byReference = new HashMap<>();
    private final Map<Map.Entry<String, String>, Medication> byIdentifier = new HashMap<>();

    Neighbours(List<? extends Resource> resources) {
        for (Resource resource : resources) {
            Sources.id(resource).ifPresent(id -> {
                byReference.putIfAbsent(resource.fhirType() + "/" + id, resource);
                byReference.putIfAbsent("urn:uuid:" + id, resource);
            });
            if (resource instanceof Medication medication) {
                medication.getIdentifier().stream()
                        .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                        .forEach(identifier -> byIdentifier.putIfAbsent(
                                Map.entry(identifier.getSystem(), identifier.getValue()), medication));
            }
        }
    }

    /** The medication that has one of these codes among its identifiers, as hospitals' formularies do. */
    Optional<Medication> coded(CodeableConcept code) {
        return code.getCoding().stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .map(coding -> byIdentifier.get(Map.entry(coding.getSystem(), coding.getCode())))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The resource of a type that a reference points at: contained in the referring one, or read with it. */
    <R extends Resource> Optional<R> find(DomainResource from, Reference reference, Class<R> type) {
        String target = reference.getReference();
        if (target == null || target.length() > MAX_REFERENCE) {
            return Optional.empty();
        }
        Optional<? extends Resource> found = target.startsWith("#")
                ? contained(from, target.substring(1))
                : Optional.ofNullable(byReference.get(relative(target)));
        return found.filter(type::isInstance).map(type::cast);
    }

    private static Optional<Resource> contained(DomainResource from, String id) {
        return from.getContained().stream()
                .filter(candidate -> id.equals(bare(candidate.getId())))
                .findFirst();
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
