package org.anamnesis.sandbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.anamnesis.sandbox.clinic.ProductKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 6750 section 3. */
@ExtendWith(OpenClinic.class)
class RefusalTest {

    private static final String ADA = "/Patient/pt-ada";

    private final Clinic clinic;

    RefusalTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void withoutATokenTheChallengeNamesNoError() {
        var answer = clinic.fhir("GET", ADA, "", "");

        assertRefused(answer, 401, "login");
        assertThat(challenge(answer)).startsWith("Bearer").doesNotContain("error");
    }

    @Test
    void anUnknownPathIsNoWayRoundTheToken() {
        assertRefused(clinic.fhir("GET", "/Nothing/1", "", ""), 401, "login");
        assertRefused(clinic.fhir("POST", "/metadata", "", "{}"), 401, "login");
        assertRefused(clinic.fhir("GET", "?_getpages=1", "", ""), 401, "login");
    }

    @Test
    void aTokenWithAnotherSignatureIsInvalid() {
        var forged = ProductKeys.assertion(
                "anamnesis-backend",
                clinic.ehr().fhirBase().toString(),
                JWSAlgorithm.RS256,
                clinic.product().unpublished(),
                claims -> claims.issuer(clinic.ehr().baseUrl().toString()).claim("scope", "system/*.rs"));

        assertInvalid(clinic.fhir("GET", ADA, forged, ""));
        assertInvalid(clinic.fhir("GET", ADA, "rubbish", ""));
    }

    @Test
    void aTokenForTheFacadeIsInvalidHere() {
        var token = clinic.ehr().wardToken("system/Patient.rs", URI.create(clinic.facade()));

        assertInvalid(clinic.fhir("GET", ADA, token, ""));
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        var answer =
                org.anamnesis.sandbox.clinic.LaunchFlow.ofBedsideTool(clinic).tokens(clinic.signedIn("dr-hassan"));

        assertInvalid(
                clinic.fhir("GET", ADA, Clinic.json(answer).get("id_token").asText(), ""));
    }

    @Test
    void aRevokedTokenIsInvalidAndIntrospectsAsInactive() {
        var token = clinic.backendToken(Clinic.BACKEND_SCOPES);
        assertThat(clinic.fhir("GET", ADA, token, "").statusCode()).isEqualTo(200);
        assertThat(Clinic.json(atEndpoint("introspect", token)).get("active").asBoolean())
                .isTrue();

        assertThat(atEndpoint("revoke", token).statusCode()).isEqualTo(200);

        assertInvalid(clinic.fhir("GET", ADA, token, ""));
        assertThat(Clinic.json(atEndpoint("introspect", token)).get("active").asBoolean())
                .isFalse();
    }

    @Test
    void aMissingScopeIsNamedInTheChallenge() {
        var answer = clinic.fhir("GET", ADA, clinic.backendToken("system/Observation.rs"), "");

        assertRefused(answer, 403, "forbidden");
        assertThat(challenge(answer)).contains("error=\"insufficient_scope\"", "scope=\"system/Patient.r\"");
    }

    @Test
    void aRecordOutOfReachIsAnInsufficientScopeToo() {
        var token = clinic.backendToken("system/Observation.rs");

        var answer = clinic.fhir("GET", "/Observation?patient=pt-ada&_include=Observation:subject", token, "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(challenge(answer)).contains("error=\"insufficient_scope\"");
        assertThat(Clinic.json(answer).get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.body()).doesNotContain("Example");
    }

    private HttpResponse<String> atEndpoint(String name, String token) {
        var assertion = clinic.product().assertion("anamnesis-backend", clinic.tokenEndpoint(), JWSAlgorithm.RS384);
        return Clinic.send(
                clinic.visitor(),
                Clinic.form(
                        clinic.ehr().baseUrl() + "/oauth2/" + name,
                        Map.of(
                                "token", token,
                                "client_assertion", assertion,
                                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")));
    }

    private static void assertInvalid(HttpResponse<String> answer) {
        assertRefused(answer, 401, "login");
        assertThat(challenge(answer)).contains("error=\"invalid_token\"");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String issue) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var outcome = Clinic.json(answer);
        assertThat(outcome.get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.at("/issue/0/code").asText()).isEqualTo(issue);
    }

    private static String challenge(HttpResponse<String> answer) {
        return String.join(", ", answer.headers().allValues("WWW-Authenticate"));
    }
}
