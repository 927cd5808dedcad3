package org.anamnesis.smart;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What an EHR's authorization server says of itself, every address checked to be the EHR's own (SMART App Launch 2.2,
 * {@code .well-known/smart-configuration}).
 *
 * @param tokenEndpoint where tokens are asked for
 * @param authorizationEndpoint where a launch sends the browser
 * @param keys where its public keys are
 * @param capabilities what it can do, as SMART names it
 * @param namesIssuerInCallback whether it always sends {@code iss} to the callback (RFC 9207)
 */
public record SmartConfiguration(
        URI tokenEndpoint,
        Optional<URI> authorizationEndpoint,
        Optional<URI> keys,
        Set<String> capabilities,
        boolean namesIssuerInCallback) {

    public SmartConfiguration {
        capabilities = Set.copyOf(capabilities);
    }
}
