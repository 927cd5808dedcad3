package org.anamnesis.sandbox.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.anamnesis.sandbox.clinic.Charts;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.LaunchFlow;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OpenClinic.class)
class LaunchTest {

    private static final String HASSAN = "dr-hassan";

    private final Clinic clinic;

    LaunchTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void aLaunchGivesTokenPatientEncounterAndUser() {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.ADA)).with("nonce", "n-1");

        var back = flow.returned(flow.authorize(browser));
        var answer = flow.redeem(back.get("code"));

        assertThat(back).containsEntry("state", flow.state());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
        var members = Clinic.json(answer);
        assertThat(members.get("patient").asText()).isEqualTo(Charts.ADA);
        assertThat(members.get("encounter").asText()).isEqualTo(Charts.ADA + "-stay");
        assertThat(members.get("need_patient_banner").asBoolean()).isTrue();
        assertThat(members.get("scope").asText().split(" "))
                .containsExactlyInAnyOrder(LaunchFlow.APP_SCOPES.split(" "));
        var user = clinic.ehr().fhirBase() + "/Practitioner/" + HASSAN;
        assertThat(Clinic.claims(members.get("access_token").asText()))
                .containsEntry("patient", Charts.ADA)
                .containsEntry("fhirUser", user)
                .containsEntry("client_id", "anamnesis-app")
                .containsEntry("aud", List.of(clinic.ehr().fhirBase().toString()));
        assertThat(Clinic.claims(members.get("id_token").asText()))
                .containsEntry("fhirUser", user)
                .containsEntry("nonce", "n-1")
                .containsEntry("aud", List.of("anamnesis-app"));
    }

    @Test
    void aBrowserThatWithholdsTheCookieFromAFrameCanStillLaunch() {
        var flow = launched(LaunchFlow.launch(clinic, clinic.signedIn(HASSAN), Charts.ADA));

        var answer = flow.tokens(clinic.visitor());

        assertThat(Clinic.json(answer).get("patient").asText()).isEqualTo(Charts.ADA);
    }

    @Test
    void withoutLaunchAndCookieSomeoneHasToSignInFirst() {
        var answer = LaunchFlow.ofBedsideTool(clinic).authorize(clinic.visitor());

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/sandbox/sign-in"));
    }

    @Test
    void theSignInGoesOnWithTheAuthorizationItInterrupted() {
        var browser = clinic.visitor();
        var flow = LaunchFlow.ofBedsideTool(clinic);
        flow.authorize(browser);

        var signedIn = Clinic.send(
                browser, Clinic.form(clinic.ehr().baseUrl() + "/sandbox/sign-in", Map.of("practitioner", HASSAN)));

        assertThat(signedIn.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).contains("/oauth2/authorize?"));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "code_challenge_method,plain"})
    void withoutAProperCodeChallengeNoCodeIsGiven(String name, String value) {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.ADA));
        if (name.isEmpty()) {
            flow.with("code_challenge", "").with("code_challenge_method", "");
        } else {
            flow.with(name, value);
        }

        assertThat(flow.returned(flow.authorize(browser)))
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    @Test
    void aCodeIsWorthNothingWithoutItsVerifier() {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.ADA));
        var code = flow.returned(flow.authorize(browser)).get("code");

        var answer = flow.redeem(code, "another-verifier-another-verifier-another-verifier");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Clinic.json(answer).get("error").asText()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "launch, made-up, invalid_request",
        "aud, http://127.0.0.1:1/fhir, invalid_request",
        "scope, launch system/Patient.rs, invalid_scope",
        "scope, launch patient/Patient.cruds, invalid_scope"
    })
    void aRequestThatAsksForTheWrongThingIsRefused(String name, String value, String error) {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.ADA)).with(name, value);

        assertThat(flow.returned(flow.authorize(browser)))
                .containsEntry("error", error)
                .doesNotContainKey("code");
    }

    @Test
    void patientScopesWithoutAPatientAreRefused() {
        var flow = LaunchFlow.ofProduct(clinic).with("scope", "openid patient/Patient.rs");

        assertThat(flow.returned(flow.authorize(clinic.signedIn(HASSAN)))).containsEntry("error", "invalid_scope");
    }

    @Test
    void anUnregisteredRedirectIsNeverFollowed() {
        var answer = LaunchFlow.ofBedsideTool(clinic)
                .with("redirect_uri", "http://localhost:1/stolen")
                .authorize(clinic.signedIn(HASSAN));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void nobodyAuthorizesOnTheLaunchOfAnother() {
        var flow = launched(LaunchFlow.launch(clinic, clinic.signedIn(HASSAN), Charts.ADA));

        assertThat(flow.returned(flow.authorize(clinic.signedIn("dr-okafor")))).containsEntry("error", "access_denied");
    }

    @Test
    void aRedeemedLaunchGivesNoSecondToken() {
        var browser = clinic.signedIn(HASSAN);
        var launch = LaunchFlow.launch(clinic, browser, Charts.ADA);
        launched(launch).tokens(browser);

        var again = launched(launch);

        assertThat(again.returned(again.authorize(browser))).containsEntry("error", "invalid_request");
    }

    @Test
    void aRefreshedTokenKeepsThePatient() {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.BO));
        var first = Clinic.json(flow.tokens(browser)).get("refresh_token").asText();

        var answer = flow.refresh(first);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Clinic.json(answer).get("patient").asText()).isEqualTo(Charts.BO);
        assertThat(flow.refresh(first).statusCode())
                .as("a refresh token is good once")
                .isEqualTo(400);
    }

    @Test
    void withoutOnlineAccessThereIsNoRefreshToken() {
        var browser = clinic.signedIn(HASSAN);
        var flow = launched(LaunchFlow.launch(clinic, browser, Charts.ADA)).with("scope", "launch patient/Patient.rs");

        assertThat(Clinic.json(flow.tokens(browser)).has("refresh_token")).isFalse();
    }

    @Test
    void aStandaloneLaunchLetsThePatientBeChosen() {
        var browser = clinic.signedIn(HASSAN);
        var flow = LaunchFlow.ofProduct(clinic).with("scope", "launch/patient patient/Patient.rs");
        var page = Clinic.send(
                        browser,
                        HttpRequest.newBuilder(location(flow.authorize(browser)))
                                .build())
                .body();

        var chosen = Clinic.send(
                browser,
                Clinic.form(
                        clinic.ehr().baseUrl() + "/sandbox/choose-patient",
                        Map.of(
                                "patient", Charts.BO,
                                "request", flow.authorizeUrl().getRawQuery(),
                                "_csrf", page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1"))));
        var back = flow.returned(
                Clinic.send(browser, HttpRequest.newBuilder(location(chosen)).build()));

        assertThat(Clinic.json(flow.redeem(back.get("code"))).get("patient").asText())
                .isEqualTo(Charts.BO);
    }

    @Test
    void aBedsideToolGetsAUsersTokenForTheFacade() {
        var answer = LaunchFlow.ofBedsideTool(clinic).tokens(clinic.signedIn("dr-okafor"));

        assertThat(Clinic.claims(Clinic.json(answer).get("access_token").asText()))
                .containsEntry("aud", List.of(clinic.facade()))
                .containsEntry("client_id", "bedside-caller")
                .containsEntry("fhirUser", clinic.ehr().fhirBase() + "/Practitioner/dr-okafor")
                .doesNotContainKey("patient");
    }

    @Test
    void launchesAreForThoseSignedInAndPatientsThatExist() {
        var url = clinic.ehr().baseUrl() + "/sandbox/launches";

        assertThat(Clinic.send(clinic.visitor(), Clinic.form(url, Map.of("patient", Charts.ADA)))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Clinic.send(clinic.signedIn(HASSAN), Clinic.form(url, Map.of("patient", "nobody")))
                        .statusCode())
                .isEqualTo(404);
    }

    private LaunchFlow launched(String launch) {
        return LaunchFlow.ofProduct(clinic).with("launch", launch);
    }

    private URI location(HttpResponse<String> answer) {
        return clinic.ehr()
                .baseUrl()
                .resolve(answer.headers().firstValue("Location").orElseThrow());
    }
}
