package org.anamnesis.filing;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The EHR to file into.
 *
 * @param fhirBase its FHIR base, without a slash at the end
 * @param bearer gives the access token
 * @param organization the name of the organisation on whose behalf is filed
 * @param timeout for one request
 * @param profile how it takes documents
 */
public record FilingTarget(
        URI fhirBase, Supplier<String> bearer, String organization, Duration timeout, WriteProfile profile) {

    /** An EHR of which nothing is known. */
    public FilingTarget(URI fhirBase, Supplier<String> bearer, String organization, Duration timeout) {
        this(fhirBase, bearer, organization, timeout, WriteProfile.GENERIC);
    }
}
