package org.anamnesis.sandbox.server;

import java.net.URI;

/**
 * Where the EHR is reached. One address for everything: page, FHIR and authorization; it is also the issuer of tokens.
 *
 * @param base scheme, host and port, without a trailing slash, e.g. {@code http://127.0.0.1:8090}
 * @param productBase where the product is reached, in the same form
 */
public record EhrAddress(String base, String productBase) {

    /** Where FHIR is served below the base. */
    public static final String FHIR_PATH = "/fhir";

    private static final String FACADE_PATH = "/fhir/sandbox";

    /** The EHR on loopback at a port. */
    public static EhrAddress onLoopback(int port, URI productBase) {
        return new EhrAddress("http://127.0.0.1:" + port, productBase.toString());
    }

    /** The FHIR base: the {@code iss} of a launch and the default audience of tokens. */
    public String fhirBase() {
        return base + FHIR_PATH;
    }

    /** The product's own FHIR facade: the other audience tokens are issued for. */
    public String facadeBase() {
        return productBase + FACADE_PATH;
    }
}
