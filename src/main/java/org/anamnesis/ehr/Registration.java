package org.anamnesis.ehr;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How the product is known at an EHR's authorization server.
 *
 * @param clientId the client's id there
 * @param authentication how it proves itself
 * @param scopes what it asks for; empty where the server wants none sent and decides by itself
 */
public record Registration(String clientId, ClientAuthentication authentication, Set<String> scopes) {

    public Registration {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("a client id is not blank");
        }
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** A client that signs its assertions with this algorithm. */
    public Registration(String clientId, SigningAlgorithm algorithm, Set<String> scopes) {
        this(clientId, new ClientAuthentication.SignedAssertion(algorithm), scopes);
    }
}
