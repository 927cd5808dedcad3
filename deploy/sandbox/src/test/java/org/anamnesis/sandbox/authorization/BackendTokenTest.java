package org.anamnesis.sandbox.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.anamnesis.sandbox.clinic.ProductKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OpenClinic.class)
class BackendTokenTest {

    private static final String CLIENT = "anamnesis-backend";

    private final Clinic clinic;

    BackendTokenTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "ES384"})
    void bothAlgorithmsOfSmartAreAccepted(String algorithm) {
        var assertion = clinic.product().assertion(CLIENT, clinic.tokenEndpoint(), JWSAlgorithm.parse(algorithm));

        var answer = ask(assertion, Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        var members = Clinic.json(answer);
        assertThat(members.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(members.get("expires_in").asInt()).isBetween(1, 300);
        assertThat(Clinic.claims(members.get("access_token").asText()))
                .containsEntry("iss", clinic.ehr().baseUrl().toString())
                .containsEntry("aud", List.of(clinic.ehr().fhirBase().toString()))
                .containsEntry("client_id", CLIENT)
                .containsEntry("scope", "system/Patient.rs")
                .containsKeys("sub", "exp", "iat", "jti")
                .doesNotContainKeys("patient", "fhirUser");
    }

    @Test
    void aKeyThatIsNotPublishedIsRefused() {
        var key = clinic.product().unpublished();
        var assertion =
                ProductKeys.assertion(CLIENT, clinic.tokenEndpoint(), JWSAlgorithm.RS384, key, claims -> claims);

        assertRefused(ask(assertion, Map.of()), 401, "invalid_client");
    }

    @Test
    void anAlgorithmSmartDoesNotNameIsRefused() {
        var key = clinic.product().key(JWSAlgorithm.RS384).toRSAKey();
        var assertion =
                ProductKeys.assertion(CLIENT, clinic.tokenEndpoint(), JWSAlgorithm.RS256, key, claims -> claims);

        assertRefused(ask(assertion, Map.of()), 401, "invalid_client");
    }

    @Test
    void anExpiredAssertionIsRefused() {
        assertRefused(
                ask(
                        changed(claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                        Map.of()),
                401,
                "invalid_client");
    }

    @Test
    void anAssertionGoodForMoreThanFiveMinutesIsRefused() {
        assertRefused(
                ask(
                        changed(claims ->
                                claims.expirationTime(Date.from(Instant.now().plusSeconds(3600)))),
                        Map.of()),
                401,
                "invalid_client");
    }

    @Test
    void anAssertionForAnotherServerIsRefused() {
        assertRefused(
                ask(changed(claims -> claims.audience("http://127.0.0.1:1/oauth2/token")), Map.of()),
                401,
                "invalid_client");
    }

    @Test
    void anAssertionOfAnotherIssuerIsRefused() {
        assertRefused(ask(changed(claims -> claims.issuer("someone-else")), Map.of()), 401, "invalid_client");
    }

    @Test
    void anAssertionCannotBeUsedTwice() {
        var assertion = changed(claims -> claims.jwtID(UUID.randomUUID().toString()));

        assertThat(ask(assertion, Map.of()).statusCode()).isEqualTo(200);
        assertRefused(ask(assertion, Map.of()), 401, "invalid_client");
    }

    @Test
    void anAssertionWithoutJtiIsRefused() {
        assertRefused(ask(changed(claims -> claims.jwtID(null)), Map.of()), 401, "invalid_client");
    }

    @Test
    void aClientMayAlsoNameItself() {
        var assertion = clinic.product().assertion(CLIENT, clinic.tokenEndpoint(), JWSAlgorithm.ES384);

        assertThat(ask(assertion, Map.of("client_id", CLIENT)).statusCode()).isEqualTo(200);
    }

    @Test
    void aNarrowerScopeThanRegisteredIsGranted() {
        var answer = ask(changed(claims -> claims), Map.of("scope", "system/Patient.r"));

        assertThat(Clinic.json(answer).get("scope").asText()).isEqualTo("system/Patient.r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Patient.cruds",
                "system/*.rs",
                "user/Patient.rs",
                "system/Patient.read",
                "system/Account.r"
            })
    void aScopeThatWasNotRegisteredIsRefused(String scope) {
        assertRefused(ask(changed(claims -> claims), Map.of("scope", scope)), 400, "invalid_scope");
    }

    @Test
    void aTokenCanBeForTheProductsFacade() {
        var answer = ask(changed(claims -> claims), Map.of("resource", clinic.facade()));

        assertThat(Clinic.claims(Clinic.json(answer).get("access_token").asText()))
                .containsEntry("aud", List.of(clinic.facade()));
    }

    @Test
    void aTokenForAnUnknownResourceIsRefused() {
        assertRefused(
                ask(changed(claims -> claims), Map.of("resource", "http://127.0.0.1:1/fhir")), 400, "invalid_target");
    }

    @Test
    void theWardCallersOwnKeyGetsItsTokens() {
        var token = clinic.ehr().wardToken("system/Observation.rs", java.net.URI.create(clinic.facade()));

        assertThat(Clinic.claims(token))
                .containsEntry("aud", List.of(clinic.facade()))
                .containsEntry("client_id", "ward-caller");
    }

    @Test
    void scriptsGetWardTokensForTheFacadeUnlessTheyNameTheEhr() {
        assertThat(Clinic.claims(wardToken(""))).containsEntry("aud", List.of(clinic.facade()));
        assertThat(Clinic.claims(wardToken("&resource=" + clinic.ehr().fhirBase())))
                .containsEntry("aud", List.of(clinic.ehr().fhirBase().toString()));
    }

    private String wardToken(String more) {
        var answer = clinic.plain(
                "POST", "/sandbox/ward-token", "scope=system%2FPatient.rs" + more, "application/x-www-form-urlencoded");
        return Clinic.json(answer).get("access_token").asText();
    }

    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        var key = clinic.product().key(JWSAlgorithm.RS384);
        return ProductKeys.assertion(CLIENT, clinic.tokenEndpoint(), JWSAlgorithm.RS384, key, change);
    }

    private HttpResponse<String> ask(String assertion, Map<String, String> more) {
        var parameters = new HashMap<>(Map.of(
                "grant_type", "client_credentials", "scope", "system/Patient.rs", "client_assertion", assertion));
        parameters.putAll(more);
        return clinic.tokenRequest(parameters);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Clinic.json(answer).get("error").asText()).isEqualTo(error);
        assertThat(Clinic.json(answer).has("access_token")).isFalse();
    }
}
