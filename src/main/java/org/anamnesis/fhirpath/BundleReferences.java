package org.anamnesis.fhirpath;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** Finds a Bundle's resources by what refers to them: full URL, {@code urn:uuid} or {@code Type/id}, of any version. */
final class BundleReferences {

    private final Map<String, Resource> byReference = new HashMap<>();

    BundleReferences(Bundle bundle) {
        for (BundleEntryComponent entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            if (resource == null) {
                continue;
            }
            if (entry.hasFullUrl()) {
                byReference.putIfAbsent(entry.getFullUrl(), resource);
            }
            String id = resource.getIdElement().getIdPart();
            if (id != null) {
                byReference.putIfAbsent(resource.fhirType() + "/" + id, resource);
            }
        }
    }

    Optional<Resource> find(String reference) {
        String unversioned = reference.replaceFirst("/_history/[^/]*$", "");
        return Optional.ofNullable(byReference.get(unversioned))
                .or(() -> Optional.ofNullable(byReference.get(relative(unversioned))));
    }

    /** {@code Type/id} of an absolute address. */
    private static String relative(String address) {
        int id = address.lastIndexOf('/');
        int type = id < 0 ? -1 : address.lastIndexOf('/', id - 1);
        return address.substring(type + 1);
    }
}
