package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.Source;
import org.hl7.fhir.r4.model.Resource;

/** Where a finding stands. */
final class Sources {

    private Sources() {}

    /** @param element the element below the resource, e.g. {@code code}, or empty for the resource as a whole */
    static Source of(Resource resource, String element) {
        String type = resource.fhirType();
        return new Source(
                type,
                Optional.ofNullable(resource.getIdElement().getIdPart()).orElse(""),
                Optional.ofNullable(resource.getMeta().getVersionId()),
                element.isEmpty() ? type : type + "." + element);
    }
}
