package org.anamnesis.sandbox.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.anamnesis.sandbox.server.EhrAddress;
import org.anamnesis.sandbox.server.FhirInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * The bearer token of every request but that for {@code /metadata}: signed by this server, of this issuer, for this FHIR
 * base, in its time, and not revoked.
 */
@Component
@Order(1)
@Interceptor
public class TokenCheck implements FhirInterceptor {

    private static final String BEARER = "bearer ";
    private static final String METADATA = EhrAddress.FHIR_PATH + "/metadata";

    private final EhrAddress address;
    private final JwtDecoder tokens;
    private final OAuth2AuthorizationService issued;

    TokenCheck(EhrAddress address, JwtDecoder tokens, OAuth2AuthorizationService issued) {
        this.address = address;
        this.tokens = tokens;
        this.issued = issued;
    }

    /** Refuses with 401 before HAPI looks at what is asked. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
    public boolean check(HttpServletRequest request, HttpServletResponse response) {
        if (!isOpen(request)) {
            grant(request.getHeader(HttpHeaders.AUTHORIZATION)).attachTo(request);
        }
        return true;
    }

    private static boolean isOpen(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().equals(METADATA);
    }

    private Grant grant(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refusal.noToken();
        }
        var value = header.substring(BEARER.length()).strip();
        return believed(value).map(Grant::of).orElseThrow(Refusal::badToken);
    }

    private Optional<Jwt> believed(String value) {
        try {
            var token = tokens.decode(value);
            boolean isOurs = address.base().equals(token.getClaimAsString("iss"));
            boolean isForUs = token.getAudience() != null && token.getAudience().contains(address.fhirBase());
            return isOurs && isForUs && token.getExpiresAt() != null && isActive(value)
                    ? Optional.of(token)
                    : Optional.empty();
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private boolean isActive(String value) {
        OAuth2Authorization authorization = issued.findByToken(value, OAuth2TokenType.ACCESS_TOKEN);
        return authorization != null
                && authorization.getAccessToken() != null
                && authorization.getAccessToken().isActive();
    }
}
