package org.anamnesis.sandbox.authorization;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;

/** Puts the launch's context beside the access token in the token response (SMART App Launch 2.2, "Scopes and launch context"). */
final class LaunchContext implements Consumer<OAuth2AccessTokenAuthenticationContext> {

    @Override
    public void accept(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken issued = context.getAuthentication();
        var beside = new LinkedHashMap<String, Object>(issued.getAdditionalParameters());
        var claims = claims(issued.getAccessToken().getTokenValue());
        for (var name : new String[] {TokenClaims.PATIENT, TokenClaims.ENCOUNTER}) {
            if (claims.get(name) instanceof String id) {
                beside.put(name, id);
            }
        }
        if (beside.containsKey(TokenClaims.PATIENT)) {
            beside.put("need_patient_banner", true);
        }
        if (issued.getAccessToken().getScopes().contains(Scopes.FHIR_USER)
                && claims.get(TokenClaims.FHIR_USER) instanceof String user) {
            beside.put(TokenClaims.FHIR_USER, user);
        }
        context.getAccessTokenResponse().additionalParameters(beside);
    }

    private static Map<String, Object> claims(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getClaims();
        } catch (ParseException e) {
            throw new IllegalStateException("an access token of this server is always a JWT", e);
        }
    }
}
