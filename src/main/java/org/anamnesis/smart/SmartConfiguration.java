package org.anamnesis.smart;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an EHR's authorization server says of itself, every address checked to be the EHR's own (SMART App Launch 2.2,
 * {@code .well-known/smart-configuration}).
 *
 * @param tokenEndpoint where tokens are asked for
 * @param authorizationEndpoint where a launch sends the browser
 * @param keys where its public keys are
 * @param revocationEndpoint where it is told that a token is done with
 * @param introspectionEndpoint where it is asked what a token is worth
 * @param capabilities what it can do, as SMART names it
 * @param authenticationMethods how clients may prove themselves; empty where it does not say
 * @param introspectionMethods how whoever asks about a token may prove himself; empty where it does not say
 * @param namesIssuerInCallback whether it always sends {@code iss} to the callback (RFC 9207)
 */
public record SmartConfiguration(
        URI tokenEndpoint,
        Optional<URI> authorizationEndpoint,
        Optional<URI> keys,
        Optional<URI> revocationEndpoint,
        Optional<URI> introspectionEndpoint,
        Set<String> capabilities,
        Set<String> authenticationMethods,
        Set<String> introspectionMethods,
        boolean namesIssuerInCallback) {

    public SmartConfiguration {
        capabilities = Set.copyOf(capabilities);
        authenticationMethods = Set.copyOf(authenticationMethods);
        introspectionMethods = Set.copyOf(introspectionMethods);
    }

    /** Scopes as this server reads them: in the spelling of SMART 1 where it says that it knows only that. */
    List<String> spelled(Collection<String> scopes) {
        boolean onlyOld = capabilities.contains("permission-v1") && !capabilities.contains("permission-v2");
        return scopes.stream()
                .map(scope -> onlyOld
                        ? ResourceScope.parse(scope)
                                .map(ResourceScope::asVersionOne)
                                .orElse(scope)
                        : scope)
                .flatMap(scope -> Stream.of(scope.split(" ")))
                .distinct()
                .toList();
    }

    /** Whether it takes an authorization request as a form too. */
    boolean takesForms() {
        return capabilities.contains("authorize-post");
    }
}
