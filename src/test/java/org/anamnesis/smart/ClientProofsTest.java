package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.ehr.ClientAuthentication;
import org.anamnesis.ehr.ClientAuthentication.Secret;
import org.anamnesis.ehr.ClientAuthentication.SignedAssertion;
import org.anamnesis.ehr.ClientAuthentication.Unproven;
import org.anamnesis.ehr.SigningAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClientProofsTest {

    private static final Set<String> SCOPES = new LinkedHashSet<>(
            List.of("launch", "openid", "fhirUser", "online_access", "patient/Patient.rs", "patient/Condition.rs"));

    @TempDir
    private Path directory;

    private final SteppedClock clock = new SteppedClock();
    private final StrictEhr ehr = new StrictEhr(clock);
    private final EhrHttp http = new EhrHttp();

    @AfterEach
    void stop() {
        http.close();
        ehr.close();
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    @Requirement({11, 22, 64, 65, 72, 298, 308, 309, 319, 333, 334})
    void signsAnAssertionInPlaceOfASecret(SigningAlgorithm algorithm) throws Exception {
        Launched launched = launched(new SignedAssertion(algorithm));
        OpenedChart chart = launched.chart(ehr);
        assertThat(ehr.lastForm())
                .containsEntry("grant_type", "authorization_code")
                .containsOnlyKeys(
                        "grant_type",
                        "code",
                        "redirect_uri",
                        "code_verifier",
                        "client_assertion",
                        "client_assertion_type");
        assertThat(renewed(chart)).startsWith("access-");
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    @Requirement({293, 307, 308, 309, 317, 319, 320, 321, 322, 323, 325, 327, 328, 329, 330, 331, 332})
    void makesAnAssertionThatServesOnceAndHereOnly(SigningAlgorithm algorithm) throws Exception {
        Launched launched = launched(new SignedAssertion(algorithm));
        Set<String> ids = new HashSet<>();
        for (int at = 0; at < 3; at++) {
            launched.chart(ehr);
            SignedJWT assertion = SignedJWT.parse(ehr.lastForm().get("client_assertion"));
            JWK key = JWKSet.parse(SigningKeys.client(directory).published())
                    .getKeyByKeyId(assertion.getHeader().getKeyID());
            assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.name());
            assertThat(key.getAlgorithm().getName()).isEqualTo(algorithm.name());
            assertThat(assertion.getHeader().getType().getType()).isEqualTo("JWT");
            assertThat(assertion.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ", "kid");
            JWTClaimsSet claims = assertion.getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo("app");
            assertThat(claims.getSubject()).isEqualTo("app");
            assertThat(claims.getAudience()).containsExactly(ehr.issuer() + "/oauth2/token");
            assertThat(claims.getExpirationTime().toInstant())
                    .isAfter(clock.instant())
                    .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
            assertThat(ids.add(claims.getJWTID())).isTrue();
        }
    }

    @Test
    @Requirement({64, 72, 345})
    void sendsASecretInTheHeaderAndNowhereElse() throws Exception {
        ehr.proof = "client_secret_basic";
        OpenedChart chart = launched(new Secret(StrictEhr.SECRET)).chart(ehr);
        assertThat(ehr.lastForm()).containsOnlyKeys("grant_type", "code", "redirect_uri", "code_verifier");
        assertThat(renewed(chart)).startsWith("access-");
        assertThat(ehr.lastForm()).containsOnlyKeys("grant_type", "refresh_token");
        assertThat(new Secret(StrictEhr.SECRET).toString()).isEqualTo("Secret");
    }

    @Test
    void aWrongSecretOpensNothing() throws Exception {
        ehr.proof = "client_secret_basic";
        Launched launched = launched(new Secret("another"));
        LaunchEnd end = launched.end(ehr, redirect(launched));
        assertThat(((LaunchEnd.Refused) end).why()).isEqualTo(LaunchRefusal.REQUEST_REFUSED);
    }

    @Test
    @Requirement({63, 71})
    void aPublicClientNamesItselfInTheFormAndProvesNothing() throws Exception {
        ehr.proof = "none";
        OpenedChart chart = launched(new Unproven()).chart(ehr);
        assertThat(ehr.lastForm())
                .containsEntry("client_id", "app")
                .containsOnlyKeys("grant_type", "code", "redirect_uri", "code_verifier", "client_id");
        assertThat(renewed(chart)).startsWith("access-");
        assertThat(ehr.lastForm())
                .containsEntry("client_id", "app")
                .containsOnlyKeys("grant_type", "refresh_token", "client_id");
    }

    @Test
    void goesNowhereWhereTheServerDoesNotTakeItsWay() throws Exception {
        ehr.configuration.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        LaunchStart refused =
                launched(new SignedAssertion(SigningAlgorithm.ES384)).client.begin(ehr.fhirBase(), "launch");
        assertThat(((LaunchStart.Refused) refused).why()).isEqualTo(LaunchRefusal.PROOF_NOT_TAKEN);
        ehr.proof = "client_secret_basic";
        launched(new Secret(StrictEhr.SECRET)).chart(ehr);
        ehr.proof = "none";
        launched(new Unproven()).chart(ehr);
    }

    private LaunchStart.Redirect redirect(Launched launched) {
        return (LaunchStart.Redirect) launched.client.begin(ehr.fhirBase(), "launch");
    }

    private String renewed(OpenedChart chart) {
        clock.step(Duration.ofMinutes(10));
        return chart.access().bearer().value();
    }

    private Launched launched(ClientAuthentication authentication) throws Exception {
        return new Launched(ehr.registered("ward", authentication, SCOPES), http, clock, directory);
    }
}
