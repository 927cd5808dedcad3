package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.Source;
import org.hl7.fhir.r4.model.Resource;

/** Where a finding stands. */
final class Sources {

    private static final String UUID_URN = "urn:uuid:";

    private Sources() {}

    /** @param element the element below the resource, e.g. {@code code}, or empty for the resource as a whole */
    static Source of(Resource resource, String element) {
        String type = resource.fhirType();
        return new Source(
                type,
                id(resource).orElse(""),
                Optional.ofNullable(resource.getMeta().getVersionId()),
                element.isEmpty() ? type : type + "." + element);
    }

    /** The logical id; in a Bundle that was never filed, the UUID of its full URL. */
    static Optional<String> id(Resource resource) {
        return Optional.ofNullable(resource.getIdElement().getIdPart())
                .map(id -> id.startsWith(UUID_URN) ? id.substring(UUID_URN.length()) : id);
    }
}
