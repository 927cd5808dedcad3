package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import com.nimbusds.oauth2.sdk.token.Token;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;
import org.anamnesis.smart.AuthorizationFailed.Reason;

/** Asks an EHR's token endpoint, and tells its revocation endpoint that a token is done with (RFC 7009). */
public final class TokenRequests {

    private static final System.Logger LOG = System.getLogger(TokenRequests.class.getName());
    // Where the server does not say how long a token lasts.
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private final EhrHttp http;
    private final SmartConfigurations configurations;
    private final ClientProofs proofs;

    TokenRequests(EhrHttp http, SmartConfigurations configurations, ClientKeys keys, Clock clock) {
        this.http = http;
        this.configurations = configurations;
        this.proofs = new ClientProofs(keys, clock);
    }

    /**
     * Asks once.
     *
     * @param scopes sent along; none where empty
     * @throws AuthorizationFailed if no token comes of it
     */
    AccessTokenResponse ask(Ehr ehr, Registration client, AuthorizationGrant grant, Collection<String> scopes) {
        SmartConfiguration configuration = configurations.of(ehr);
        URI endpoint = configuration.tokenEndpoint();
        TokenRequest.Builder request = proofs.of(client, endpoint)
                .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(client.clientId()), grant));
        if (!scopes.isEmpty()) {
            request.scope(new Scope(configuration.spelled(scopes).toArray(String[]::new)));
        }
        HTTPResponse answer = http.post(ehr, request.build().toHTTPRequest());
        try {
            TokenResponse response = TokenResponse.parse(answer);
            if (!response.indicatesSuccess()) {
                throw refused(ehr, response.toErrorResponse().getErrorObject());
            }
            AccessTokenResponse success = response.toSuccessResponse();
            if (!AccessTokenType.BEARER.equals(
                    success.getTokens().getAccessToken().getType())) {
                throw new AuthorizationFailed(Reason.UNUSABLE);
            }
            return success;
        } catch (ParseException notOfTheForm) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        }
    }

    /** The access token of a response, with what it is for and how long. */
    Bearer bearer(AccessTokenResponse response, Scopes asked, Instant sentAt) {
        var token = response.getTokens().getAccessToken();
        Duration lasts = token.getLifetime() > 0 ? Duration.ofSeconds(token.getLifetime()) : UNSAID;
        // A server that names no scope granted what was asked (RFC 6749, 5.1).
        Scopes granted =
                token.getScope() == null ? asked : Scopes.of(token.getScope().toStringList());
        return new Bearer(token.getValue(), granted, sentAt.plus(lasts));
    }

    /**
     * Tells the EHR that a token is not needed any more, where it has a place for that. Of the answer nothing depends: we have
     * forgotten the token already, and it ends by itself.
     */
    void revoke(Ehr ehr, Registration client, Token token) {
        try {
            SmartConfiguration configuration = configurations.of(ehr);
            Optional<URI> endpoint = configuration.revocationEndpoint();
            if (endpoint.isPresent()) {
                TokenRevocationRequest request = proofs.of(client, configuration.tokenEndpoint())
                        .map(proof -> new TokenRevocationRequest(endpoint.get(), proof, token))
                        .orElseGet(() ->
                                new TokenRevocationRequest(endpoint.get(), new ClientID(client.clientId()), token));
                http.post(ehr, request.toHTTPRequest());
            }
        } catch (AuthorizationFailed away) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "a token could not be revoked: {0}",
                    away.reason().code());
        }
    }

    private AuthorizationFailed refused(Ehr ehr, ErrorObject error) {
        if (OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())) {
            configurations.forget(ehr.id());
            return new AuthorizationFailed(Reason.CLIENT_REFUSED);
        }
        if (OAuth2Error.INVALID_GRANT.getCode().equals(error.getCode())) {
            return new AuthorizationFailed(Reason.ENDED);
        }
        return new AuthorizationFailed(Reason.REQUEST_REFUSED);
    }
}
