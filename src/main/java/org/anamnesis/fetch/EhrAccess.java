package org.anamnesis.fetch;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How to get at one EHR's FHIR server.
 *
 * @param fhirBase the FHIR base, without a slash at the end
 * @param bearer gives the access token; asked once a chart, in the thread that reads it, and once more where that was not taken
 * @param mayRead whether the granted scopes cover reading a resource type; what they do not cover is not asked for
 * @param refused told of a token that the EHR did not take (401), after which {@code bearer} gives another; absent where there is
 *     only one
 */
public record EhrAccess(
        URI fhirBase, Supplier<String> bearer, Predicate<String> mayRead, Optional<Consumer<String>> refused) {

    public EhrAccess {
        if (fhirBase.getHost() == null || fhirBase.getRawQuery() != null || fhirBase.getRawFragment() != null) {
            throw new IllegalArgumentException("a FHIR base is an absolute URL without query or fragment");
        }
        if (fhirBase.getRawPath().endsWith("/")) {
            throw new IllegalArgumentException("a FHIR base has no slash at the end");
        }
    }

    /** Access by one token. */
    public EhrAccess(URI fhirBase, Supplier<String> bearer, Predicate<String> mayRead) {
        this(fhirBase, bearer, mayRead, Optional.empty());
    }

    /** Access where the EHR alone decides what may be read. */
    public EhrAccess(URI fhirBase, Supplier<String> bearer) {
        this(fhirBase, bearer, type -> true);
    }
}
