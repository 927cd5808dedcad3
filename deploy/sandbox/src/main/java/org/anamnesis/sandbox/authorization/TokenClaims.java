package org.anamnesis.sandbox.authorization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.sandbox.server.EhrAddress;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * What a token says: audience, client and scopes in one string (RFC 9068), and of a launch the patient, the encounter
 * and the user.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String PATIENT = "patient";
    static final String ENCOUNTER = "encounter";
    static final String FHIR_USER = "fhirUser";

    private final EhrAddress address;
    private final Audience audience;
    private final Launches launches;

    TokenClaims(EhrAddress address, Audience audience, Launches launches) {
        this.address = address;
        this.audience = audience;
        this.launches = launches;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        boolean isIdToken =
                OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            accessToken(context);
        }
        boolean byUser = !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
        if (byUser && (!isIdToken || context.getAuthorizedScopes().contains(Scopes.FHIR_USER))) {
            context.getClaims()
                    .claim(
                            FHIR_USER,
                            address.fhirBase() + "/Practitioner/"
                                    + context.getPrincipal().getName());
        }
    }

    private void accessToken(JwtEncodingContext context) {
        var parameters = parameters(context);
        var scopes = Scopes.of(context.getAuthorizedScopes());
        var claims = context.getClaims()
                .audience(List.of(audience.of(parameters).orElseGet(address::fhirBase)))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", scopes.text());
        launch(parameters)
                .filter(launch -> scopes.has(Scopes.LAUNCH) || scopes.has(Scopes.LAUNCH_PATIENT))
                .ifPresent(launch -> {
                    launches.redeem(launch.id());
                    claims.claim(PATIENT, launch.patient());
                    launch.encounter().ifPresent(encounter -> claims.claim(ENCOUNTER, encounter));
                });
    }

    private Optional<Launch> launch(Map<String, Object> parameters) {
        return Optional.ofNullable(parameters.get("launch")).flatMap(id -> launches.context(id.toString()));
    }

    private static Map<String, Object> parameters(JwtEncodingContext context) {
        if (context.getAuthorizationGrant() instanceof OAuth2ClientCredentialsAuthenticationToken backend) {
            return backend.getAdditionalParameters();
        }
        var authorization = context.getAuthorization();
        if (authorization == null) {
            return Map.of();
        }
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null ? Map.of() : request.getAdditionalParameters();
    }
}
