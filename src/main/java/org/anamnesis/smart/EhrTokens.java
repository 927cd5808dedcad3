package org.anamnesis.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.smart.AuthorizationFailed.Reason;
import org.anamnesis.smart.CallerCheck.Why;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an EHR's authorization server signed: access tokens and id tokens. Keys come from the address that discovery
 * gave and from nowhere else; an unknown key id makes us ask again, at most once in a while.
 */
public final class EhrTokens {

    /** What SMART and OpenID servers sign with. Neither {@code none} nor a shared secret is among them. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    // A header may leave the type out.
    private static final Set<@Nullable JOSEObjectType> TYPES =
            new HashSet<>(Arrays.asList(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    private static final int LONGEST = 16 * 1024;
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration REFETCH_PAUSE = Duration.ofSeconds(30);

    private final EhrHttp http;
    private final SmartConfigurations configurations;
    private final Clock clock;
    private final Map<EhrId, KeysAt> keys = new ConcurrentHashMap<>();
    private final Map<EhrId, Reason> keysFailed = new ConcurrentHashMap<>();

    EhrTokens(EhrHttp http, SmartConfigurations configurations, Clock clock) {
        this.http = http;
        this.configurations = configurations;
        this.clock = clock;
    }

    /** A token that is no good. */
    static final class Bad extends Exception {

        private static final long serialVersionUID = 1L;

        private final Why why;

        Bad(Why why) {
            super("token refused: " + why, null, false, false);
            this.why = why;
        }

        Why why() {
            return why;
        }
    }

    /** What a good token says, and how it was signed. */
    record Signed(JWTClaimsSet claims, JWSAlgorithm algorithm) {}

    /**
     * The claims of a token that this EHR's server signed for this audience and that is good now.
     *
     * @param required claims that must be there besides {@code iss}, {@code aud}, {@code exp} and {@code iat}
     * @throws AuthorizationFailed if the keys cannot be had
     */
    Signed verify(Ehr ehr, String token, String audience, Set<String> required) throws Bad {
        SignedJWT signed = parse(token);
        if (!ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
            throw new Bad(Why.ALGORITHM);
        }
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keysOf(ehr)));
        processor.setJWTClaimsSetVerifier(new EhrClaims(clock, ehr, audience, required));
        try {
            return new Signed(
                    processor.process(signed, null), signed.getHeader().getAlgorithm());
        } catch (RateLimitReachedException askedJustNow) {
            // Where the last asking failed, nobody can say that the token is no good.
            Reason failed = keysFailed.get(ehr.id());
            if (failed != null) {
                throw new AuthorizationFailed(failed);
            }
            throw new Bad(Why.SIGNATURE);
        } catch (KeySourceException noKeys) {
            throw new AuthorizationFailed(reasonOf(noKeys));
        } catch (EhrClaims.NotNow notNow) {
            throw new Bad(Why.TIME);
        } catch (BadJWTException wrongClaims) {
            throw new Bad(Why.CLAIMS);
        } catch (BadJWSException wrongSignature) {
            throw new Bad(Why.SIGNATURE);
        } catch (BadJOSEException | JOSEException unusable) {
            throw new Bad(Why.SIGNATURE);
        }
    }

    private static SignedJWT parse(String token) throws Bad {
        if (token.length() > LONGEST) {
            throw new Bad(Why.MALFORMED);
        }
        try {
            String[] parts = token.split("\\.", -1);
            if (parts.length != 3) {
                throw new Bad(Why.MALFORMED);
            }
            JsonGuard.check(new Base64URL(parts[0]).decode(), Limits.AUTHORIZATION);
            JsonGuard.check(new Base64URL(parts[1]).decode(), Limits.AUTHORIZATION);
            return SignedJWT.parse(token);
        } catch (RefusedInput | ParseException | IllegalArgumentException notAToken) {
            // The library also reports "none" here, which is no signature at all.
            throw new Bad(Why.MALFORMED);
        }
    }

    private JWKSource<SecurityContext> keysOf(Ehr ehr) {
        URI address = configurations.of(ehr).keys().orElseThrow(() -> new AuthorizationFailed(Reason.UNUSABLE));
        return keys.compute(
                        ehr.id(),
                        (id, known) -> known != null && known.address.equals(address)
                                ? known
                                : new KeysAt(address, open(ehr, address)))
                .source;
    }

    private JWKSource<SecurityContext> open(Ehr ehr, URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), url -> fetch(ehr, address))
                    .cache(
                            KEYS_KEPT.toMillis(),
                            ehr.network().timeout().multipliedBy(2).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(REFETCH_PAUSE.toMillis())
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException("an http address is a URL", impossible);
        }
    }

    private Resource fetch(Ehr ehr, URI address) throws IOException {
        try {
            var answer = http.get(ehr, address);
            if (!answer.indicatesSuccess() || answer.getBody() == null) {
                throw new AuthorizationFailed(Reason.UNUSABLE);
            }
            keysFailed.remove(ehr.id());
            return new Resource(answer.getBody(), "application/json");
        } catch (AuthorizationFailed failed) {
            keysFailed.put(ehr.id(), failed.reason());
            throw new IOException("no keys", failed);
        }
    }

    private static Reason reasonOf(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthorizationFailed known) {
                return known.reason();
            }
        }
        return Reason.UNUSABLE;
    }

    private record KeysAt(URI address, JWKSource<SecurityContext> source) {}
}
