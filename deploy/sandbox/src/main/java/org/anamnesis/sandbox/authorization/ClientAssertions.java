package org.anamnesis.sandbox.authorization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.web.client.RestTemplate;

/**
 * Checks the assertions by which clients authenticate (private_key_jwt), as SMART App Launch 2.2 "Asymmetric
 * authentication" asks: RS384 or ES384 by a key of the client's JWKS URL, {@code iss} and {@code sub} the client's id,
 * {@code aud} the token endpoint, at most five minutes to live, and a {@code jti} never seen before.
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final Duration JWKS_CONNECT = Duration.ofSeconds(2);
    private static final Duration JWKS_READ = Duration.ofSeconds(5);

    private final String tokenEndpoint;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    ClientAssertions(String tokenEndpoint, Clock clock) {
        this.tokenEndpoint = tokenEndpoint;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return decoders.computeIfAbsent(client.getClientId(), id -> decoder(client));
    }

    private JwtDecoder decoder(RegisteredClient client) {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(JWKS_CONNECT);
        requests.setReadTimeout(JWKS_READ);
        var decoder = NimbusJwtDecoder.withJwkSetUri(client.getClientSettings().getJwkSetUrl())
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.RS384, SignatureAlgorithm.ES384)))
                .restOperations(new RestTemplate(requests))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCK_SKEW), names(client.getClientId()), this::isShortLived, this::isNew));
        return decoder;
    }

    private OAuth2TokenValidator<Jwt> names(String clientId) {
        return jwt -> {
            var issuer = jwt.getClaimAsString("iss");
            var rightNames = clientId.equals(issuer) && clientId.equals(jwt.getSubject());
            var audience = jwt.getAudience();
            var forUs = audience != null && audience.contains(tokenEndpoint);
            return rightNames && forUs ? OAuth2TokenValidatorResult.success() : refused("iss, sub or aud is wrong");
        };
    }

    private OAuth2TokenValidatorResult isShortLived(Jwt jwt) {
        var expires = jwt.getExpiresAt();
        var latest = clock.instant().plus(LONGEST_LIFE).plus(CLOCK_SKEW);
        return expires != null && !expires.isAfter(latest)
                ? OAuth2TokenValidatorResult.success()
                : refused("exp is absent or more than five minutes away");
    }

    private OAuth2TokenValidatorResult isNew(Jwt jwt) {
        var now = clock.instant();
        seen.values().removeIf(until -> until.isBefore(now));
        if (jwt.getId() == null) {
            return refused("jti is absent");
        }
        var until = now.plus(LONGEST_LIFE).plus(CLOCK_SKEW).plus(CLOCK_SKEW);
        var before = seen.putIfAbsent(jwt.getSubject() + " " + jwt.getId(), until);
        return before == null ? OAuth2TokenValidatorResult.success() : refused("jti was used before");
    }

    private static OAuth2TokenValidatorResult refused(String reason) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, reason, null));
    }
}
