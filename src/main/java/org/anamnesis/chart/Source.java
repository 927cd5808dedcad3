package org.anamnesis.chart;

import java.util.Optional;

/**
 * Where a fact stands in the EHR.
 *
 * @param type the FHIR resource type
 * @param id the resource's logical id
 * @param version the version that was read, where the EHR gave one
 * @param path the element, as a FHIRPath that starts at the type, e.g. {@code Observation.component[0]}
 */
public record Source(String type, String id, Optional<String> version, String path) {

    /** The resource, whatever its version. */
    public ResourceId resource() {
        return new ResourceId(type, id);
    }

    /** {@code Type/id}, relative to the EHR's base. */
    public String reference() {
        return type + "/" + id;
    }

    /** {@code Type/id/_history/version}, or {@link #reference()} where the version is unknown. */
    public String versionedReference() {
        return version.map(known -> reference() + "/_history/" + known).orElseGet(this::reference);
    }
}
