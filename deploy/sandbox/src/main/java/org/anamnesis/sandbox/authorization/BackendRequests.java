package org.anamnesis.sandbox.authorization;

import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/** What a backend service must say when it asks for a token: scopes it may have, and a known resource if any. */
final class BackendRequests implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {

    private static final String INVALID_TARGET = "invalid_target";

    private final Audience audience;

    BackendRequests(Audience audience) {
        this.audience = audience;
    }

    @Override
    public void accept(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (audience.of(request.getAdditionalParameters()).isEmpty()) {
            throw refused(INVALID_TARGET, "resource is not a resource server known here");
        }
        if (request.getScopes().isEmpty()) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "scope is missing");
        }
        var allowed = Scopes.of(context.getRegisteredClient().getScopes());
        request.getScopes().stream()
                .filter(name -> !allowed.cover(name))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "this client may not ask for " + name);
                });
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, why, null));
    }
}
