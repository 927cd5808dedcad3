package org.anamnesis.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;
import org.anamnesis.smart.AuthorizationFailed.Reason;

/** Asks an EHR's token endpoint, as a client that signs its assertions (private_key_jwt). */
public final class TokenRequests {

    // The standard allows five minutes; one less leaves room for clocks that differ.
    private static final Duration ASSERTION = Duration.ofMinutes(4);
    // Where the server does not say how long a token lasts.
    private static final Duration UNSAID = Duration.ofMinutes(5);

    private final EhrHttp http;
    private final SmartConfigurations configurations;
    private final ClientKeys keys;
    private final Clock clock;

    TokenRequests(EhrHttp http, SmartConfigurations configurations, ClientKeys keys, Clock clock) {
        this.http = http;
        this.configurations = configurations;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Asks once.
     *
     * @param scopes sent along; none where empty
     * @throws AuthorizationFailed if no token comes of it
     */
    AccessTokenResponse ask(Ehr ehr, Registration client, AuthorizationGrant grant, Collection<String> scopes) {
        URI endpoint = configurations.of(ehr).tokenEndpoint();
        TokenRequest.Builder request =
                new TokenRequest.Builder(endpoint, new PrivateKeyJWT(assertion(client, endpoint)), grant);
        if (!scopes.isEmpty()) {
            request.scope(new Scope(scopes.toArray(String[]::new)));
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

    private com.nimbusds.jwt.SignedJWT assertion(Registration client, URI endpoint) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(client.clientId())
                .subject(client.clientId())
                .audience(endpoint.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return keys.sign(client.algorithm(), claims);
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
