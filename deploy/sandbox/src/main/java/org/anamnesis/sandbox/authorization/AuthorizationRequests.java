package org.anamnesis.sandbox.authorization;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * What an authorization request must say beyond OAuth: a known audience, scopes the client may have, a launch that
 * exists and belongs to who is signed in, and a patient where patient scopes are asked for. Redirect URIs were checked
 * before; what is wrong is told to the client there.
 */
final class AuthorizationRequests implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final String LAUNCH_PARAMETER = "launch";

    private final Audience audience;
    private final Launches launches;

    AuthorizationRequests(Audience audience, Launches launches) {
        this.audience = audience;
        this.launches = launches;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        var client = context.getRegisteredClient();
        var parameters = request.getAdditionalParameters();
        if (audience.of(parameters).isEmpty()) {
            throw refused(request, OAuth2ErrorCodes.INVALID_REQUEST, "aud is not a resource server known here");
        }
        var allowed = Scopes.of(client.getScopes());
        var asked = Scopes.of(request.getScopes());
        asked.names().stream().filter(name -> !allowed.cover(name)).findFirst().ifPresent(name -> {
            throw refused(request, OAuth2ErrorCodes.INVALID_SCOPE, "this client may not ask for " + name);
        });
        var launch = launch(request, parameters.get(LAUNCH_PARAMETER));
        boolean isPatientAsked =
                asked.resourceScopes().stream().anyMatch(scope -> scope.context() == SmartScope.Context.PATIENT);
        boolean isPatientComing = asked.has(Scopes.LAUNCH_PATIENT);
        if (isPatientAsked && launch.isEmpty() && !isPatientComing) {
            throw refused(request, OAuth2ErrorCodes.INVALID_SCOPE, "patient scopes without a patient in context");
        }
    }

    private Optional<Launch> launch(
            OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable Object parameter) {
        if (parameter == null) {
            return Optional.empty();
        }
        var launch = launches.open(parameter.toString())
                .orElseThrow(() -> refused(
                        request, OAuth2ErrorCodes.INVALID_REQUEST, "launch is not known, was used, or is too old"));
        boolean isOfAnother = request.getPrincipal() instanceof Authentication user
                && SignIn.practitioner(user).isPresent()
                && !user.getName().equals(launch.practitioner());
        if (isOfAnother) {
            throw refused(request, OAuth2ErrorCodes.ACCESS_DENIED, "launch belongs to another user");
        }
        return Optional.of(launch);
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            OAuth2AuthorizationCodeRequestAuthenticationToken request, String code, String why) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, why, null), request);
    }
}
