package org.anamnesis.smart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.anamnesis.smart.CallerCheck.Why;

/**
 * Asks an EHR's authorization server what a caller's opaque token is worth (RFC 7662; SMART App Launch 2.2, token
 * introspection). The answer must hold in every respect in which a signed token must: for our facade of this EHR, from its
 * issuer, good now. What held is believed for half a minute and never past its end; what did not is asked again, for a
 * token may be given out after it was guessed.
 */
final class Introspections {

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final int MOST_BELIEVED = 10_000;
    // Anybody can send what looks like a token: however many do, the EHR is not asked more often than this at a time.
    private static final int MOST_AT_ONCE = 16;
    private static final int LONGEST = 4 * 1024;

    private final EhrHttp http;
    private final SmartConfigurations configurations;
    private final ClientProofs proofs;
    private final BackendTokens own;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Cache<String, Believed> believed = Caffeine.newBuilder()
            .maximumSize(MOST_BELIEVED)
            .expireAfterWrite(BELIEVED)
            .build();

    Introspections(EhrHttp http, SmartConfigurations configurations, ClientKeys keys, BackendTokens own, Clock clock) {
        this.http = http;
        this.configurations = configurations;
        this.proofs = new ClientProofs(keys, clock);
        this.own = own;
        this.clock = clock;
    }

    /**
     * What the EHR says of a token, as the claims of a signed one.
     *
     * @param audience for whom it must be
     * @param required claims that must be there
     * @throws AuthorizationFailed if it cannot be asked
     */
    JWTClaimsSet of(Ehr ehr, String token, String audience, Set<String> required) throws EhrTokens.Bad {
        if (token.length() > LONGEST) {
            throw new EhrTokens.Bad(Why.MALFORMED);
        }
        String digest = sha256(token);
        String key = ehr.id().value() + " " + digest;
        Believed known = believed.getIfPresent(key);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.claims();
        }
        JWTClaimsSet claims = claims(ehr, ask(ehr, token), digest);
        try {
            new EhrClaims(clock, ehr, audience, required).verify(claims, null);
        } catch (EhrClaims.NotNow notNow) {
            throw new EhrTokens.Bad(Why.TIME);
        } catch (BadJWTException wrongClaims) {
            throw new EhrTokens.Bad(Why.CLAIMS);
        }
        believed.put(key, new Believed(claims, until(claims)));
        return claims;
    }

    private Instant until(JWTClaimsSet claims) {
        Instant end = claims.getExpirationTime().toInstant();
        Instant usual = clock.instant().plus(BELIEVED);
        return end.isBefore(usual) ? end : usual;
    }

    private record Believed(JWTClaimsSet claims, Instant until) {}

    private TokenIntrospectionSuccessResponse ask(Ehr ehr, String token) throws EhrTokens.Bad {
        if (!places.tryAcquire()) {
            throw new AuthorizationFailed(Reason.TIMEOUT);
        }
        try {
            HTTPResponse answer = http.post(ehr, request(ehr, token));
            if (answer.getStatusCode() != HTTPResponse.SC_OK) {
                throw new AuthorizationFailed(
                        answer.getStatusCode() == HTTPResponse.SC_UNAUTHORIZED
                                ? Reason.CLIENT_REFUSED
                                : Reason.UNUSABLE);
            }
            TokenIntrospectionSuccessResponse said =
                    TokenIntrospectionResponse.parse(answer).toSuccessResponse();
            if (!said.isActive()) {
                throw new EhrTokens.Bad(Why.INACTIVE);
            }
            return said;
        } catch (ParseException notOfTheForm) {
            throw new AuthorizationFailed(Reason.UNUSABLE);
        } finally {
            places.release();
        }
    }

    // By our own proof where the server says that it takes it; else by a token of our own, which is SMART's way.
    private HTTPRequest request(Ehr ehr, String token) {
        SmartConfiguration configuration = configurations.of(ehr);
        URI endpoint = ehr.trust()
                .introspection()
                .flatMap(Ehr.Introspection::endpoint)
                .or(configuration::introspectionEndpoint)
                .orElseThrow(() -> new AuthorizationFailed(Reason.UNUSABLE));
        BearerAccessToken asked = new BearerAccessToken(token);
        return Optional.of(ehr.backend())
                .filter(client -> configuration.introspectionMethods().contains(ClientProofs.way(client)))
                .flatMap(client -> proofs.of(client, configuration.tokenEndpoint()))
                .map(proof -> new TokenIntrospectionRequest(endpoint, proof, asked))
                .orElseGet(() -> new TokenIntrospectionRequest(
                        endpoint, new BearerAccessToken(own.tokenFor(ehr.id()).value()), asked))
                .toHTTPRequest();
    }

    /** What such an answer may leave out is filled in as the standard means it; all else must be there. */
    private JWTClaimsSet claims(Ehr ehr, TokenIntrospectionSuccessResponse said, String digest) throws EhrTokens.Bad {
        try {
            JWTClaimsSet told = JWTClaimsSet.parse(said.toJSONObject());
            Instant now = clock.instant();
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(told);
            if (told.getIssuer() == null) {
                claims.issuer(ehr.issuer().toString());
            }
            if (told.getSubject() == null) {
                claims.subject(told.getStringClaim("client_id"));
            }
            if (told.getIssueTime() == null) {
                claims.issueTime(Date.from(now));
            }
            if (told.getJWTID() == null) {
                claims.jwtID("sha256:" + digest);
            }
            return claims.build();
        } catch (java.text.ParseException notOfTheForm) {
            throw new EhrTokens.Bad(Why.CLAIMS);
        }
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
