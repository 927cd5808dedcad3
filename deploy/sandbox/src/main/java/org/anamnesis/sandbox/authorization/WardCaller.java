package org.anamnesis.sandbox.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anamnesis.sandbox.server.EhrAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * The hospital system that calls the product's facade in this sandbox. It is a real client: its key signs assertions and
 * its tokens come from the token endpoint by HTTP. Because a shell cannot easily sign, it hands such tokens out to
 * scripts, but only for the product's facade, never for the EHR.
 */
@RestController
public class WardCaller {

    private static final String CLIENT_ID = "ward-caller";
    private static final String KEYS_PATH = "/sandbox/ward-caller/jwks.json";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(2);

    private final EhrAddress address;
    private final Clock clock;
    private final JWKSet keys = SigningKeys.generated(JWSAlgorithm.RS384);

    WardCaller(EhrAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /** The public halves of its keys. */
    @GetMapping(value = KEYS_PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> publicKeys() {
        return keys.toJSONObject(true);
    }

    /** The token endpoint's answer for a token of this client, at the product's facade where no other resource is named. */
    @PostMapping("/sandbox/ward-token")
    ResponseEntity<String> tokenForScripts(
            @RequestParam String scope, @RequestParam(required = false) @Nullable String resource) {
        return fetch(scope, resource == null ? address.facadeBase() : resource);
    }

    /** An access token for some scopes at one of the two resource servers. */
    public String token(String scope, String resource) {
        var answer = fetch(scope, resource);
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new IllegalStateException("the token endpoint refused: " + answer.getStatusCode());
        }
        var members = JsonParserFactory.getJsonParser().parseMap(answer.getBody());
        return String.valueOf(members.get("access_token"));
    }

    private ResponseEntity<String> fetch(String scope, String resource) {
        var endpoint = address.base() + "/oauth2/token";
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("scope", scope);
        form.add("resource", resource);
        form.add("client_assertion_type", ASSERTION_TYPE);
        form.add("client_assertion", assertion(endpoint));
        return Objects.requireNonNull(RestClient.create()
                .post()
                .uri(endpoint)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange((request, response) -> ResponseEntity.status(
                                HttpStatus.valueOf(response.getStatusCode().value()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
    }

    private String assertion(String audience) {
        var key = keys.getKeys().getFirst().toRSAKey();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS384)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT_ID)
                .subject(CLIENT_ID)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a key made here can sign", e);
        }
        return jwt.serialize();
    }
}
