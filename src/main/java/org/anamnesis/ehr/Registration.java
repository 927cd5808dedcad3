package org.anamnesis.ehr;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How the product is known at an EHR's authorization server.
 *
 * @param clientId the client's id there
 * @param algorithm what it signs its client assertions with
 * @param scopes what it asks for; empty where the server wants none sent and decides by itself
 */
public record Registration(String clientId, SigningAlgorithm algorithm, Set<String> scopes) {

    public Registration {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("a client id is not blank");
        }
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }
}
