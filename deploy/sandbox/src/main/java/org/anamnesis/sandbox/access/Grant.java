package org.anamnesis.sandbox.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.anamnesis.sandbox.authorization.Scopes;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What the bearer of a request may do.
 *
 * @param client the client id
 * @param scopes the token's scopes
 * @param patient the patient in context, a logical id
 */
public record Grant(String client, Scopes scopes, Optional<String> patient) {

    private static final String KEY = Grant.class.getName();

    static Grant of(Jwt token) {
        var scope = token.getClaimAsString("scope");
        return new Grant(
                String.valueOf(token.getClaimAsString("client_id")),
                Scopes.of(scope == null ? "" : scope),
                Optional.ofNullable(token.getClaimAsString("patient")));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(KEY, this);
    }

    static Optional<Grant> of(RequestDetails request) {
        return Optional.ofNullable((Grant) request.getAttribute(KEY));
    }
}
