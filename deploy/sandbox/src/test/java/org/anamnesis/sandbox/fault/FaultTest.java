package org.anamnesis.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.parser.DataFormatException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OpenClinic.class)
class FaultTest {

    private static final String RESULTS = "/Observation?patient=pt-ada";

    private final Clinic clinic;
    private final String token;

    FaultTest(Clinic clinic) {
        this.clinic = clinic;
        this.token = clinic.backendToken(Clinic.BACKEND_SCOPES);
    }

    @AfterEach
    void clear() {
        assertThat(clinic.plain("DELETE", "/sandbox/faults", "", "text/plain").statusCode())
                .isEqualTo(204);
    }

    @Test
    void noFaultIsOnUnlessAskedFor() {
        assertThat(clinic.get("/sandbox/faults").body()).isEqualTo("[]");
        assertThat(page(clinic.fhir("GET", RESULTS, token, "")).getEntry()).hasSize(5);
    }

    @Test
    void aStatusStrikesItsTypeAndInteractionOnly() {
        on("{\"kind\":\"status\",\"status\":500,\"type\":\"Observation\",\"interaction\":\"search\"}");

        var answer = clinic.fhir("GET", RESULTS, token, "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Clinic.json(answer).get("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(clinic.fhir("GET", "/Observation/pt-ada-k0", token, "").statusCode())
                .isEqualTo(200);
        assertThat(clinic.fhir("GET", "/Patient?_id=pt-ada", token, "").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 502})
    void anyStatusCanBeAnswered(int status) {
        on("{\"kind\":\"status\",\"status\":%d}".formatted(status));

        assertThat(clinic.fhir("GET", RESULTS, token, "").statusCode()).isEqualTo(status);
    }

    @Test
    void aFaultCanStrikeACountedNumberOfTimes() {
        on("{\"kind\":\"status\",\"status\":503,\"times\":1}");

        assertThat(clinic.fhir("GET", RESULTS, token, "").statusCode()).isEqualTo(503);
        assertThat(clinic.fhir("GET", RESULTS, token, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aDelayKeepsTheAnswerBack() {
        on("{\"kind\":\"delay\",\"delayMs\":300,\"type\":\"Observation\"}");
        long before = System.nanoTime();

        assertThat(clinic.fhir("GET", RESULTS, token, "").statusCode()).isEqualTo(200);

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void aDroppedConnectionLeavesTheCommittedDocumentBehind() {
        on("{\"kind\":\"drop-connection\",\"type\":\"DocumentReference\",\"interaction\":\"create\"}");
        var identifier = "urn:uuid:" + UUID.randomUUID();

        assertThatThrownBy(() -> create(identifier)).hasRootCauseInstanceOf(IOException.class);

        clear();
        assertThat(stored(identifier)).isEqualTo(1);
        assertThat(create(identifier).statusCode())
                .as("conditional create finds it")
                .isEqualTo(200);
        assertThat(stored(identifier)).isEqualTo(1);
    }

    @Test
    void ifNoneExistIsHeardNormallyAndIgnoredOnRequest() {
        var identifier = "urn:uuid:" + UUID.randomUUID();
        assertThat(create(identifier).statusCode()).isEqualTo(201);
        assertThat(create(identifier).statusCode()).isEqualTo(200);

        on("{\"kind\":\"ignore-if-none-exist\",\"type\":\"DocumentReference\"}");

        assertThat(create(identifier).statusCode()).isEqualTo(201);
        assertThat(stored(identifier)).isEqualTo(2);
    }

    @Test
    void aHostileDecimalStandsInOneObservation() {
        on("{\"kind\":\"hostile-decimal\",\"type\":\"Observation\",\"interaction\":\"search\"}");

        var body = clinic.fhir("GET", RESULTS, token, "").body();

        assertThat(body).containsOnlyOnce("\"value\":1e999999999").contains("pt-ada-k4");
    }

    @Test
    void aMalformedResourceDoesNotParse() {
        on("{\"kind\":\"malformed-resource\",\"type\":\"Observation\"}");

        var answer = clinic.fhir("GET", RESULTS, token, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Clinic.json(answer).at("/entry/0/resource/meta/lastUpdated").asText())
                .isEqualTo("not an instant");
        assertThatThrownBy(() -> page(answer)).isInstanceOf(DataFormatException.class);
    }

    @Test
    void aTruncatedSearchSaysNothingOfItButTheCountDoes() {
        on("{\"kind\":\"truncate\",\"size\":2,\"type\":\"Observation\"}");

        var page = page(clinic.fhir("GET", RESULTS + "&_count=4", token, ""));

        assertThat(page.getEntry()).hasSize(2);
        assertThat(page.getLink("next")).isNull();
        assertThat(page.hasTotal()).isFalse();
        assertThat(page(clinic.fhir("GET", RESULTS + "&_summary=count", token, ""))
                        .getTotal())
                .isEqualTo(5);
    }

    @Test
    void aTruncatedSearchCanKeepItsTotal() {
        on("{\"kind\":\"truncate\",\"size\":2,\"total\":true,\"type\":\"Observation\"}");

        var page = page(clinic.fhir("GET", RESULTS + "&_total=accurate", token, ""));

        assertThat(page.getEntry()).hasSize(2);
        assertThat(page.getLink("next")).isNull();
        assertThat(page.getTotal()).isEqualTo(5);
    }

    @Test
    void aSearchIsTruncatedOverItsPages() {
        on("{\"kind\":\"truncate\",\"size\":3,\"type\":\"Observation\"}");

        var first = page(clinic.fhir("GET", RESULTS + "&_count=2", token, ""));
        assertThat(first.getEntry()).hasSize(2);
        String next = first.getLink("next").getUrl();
        var second = page(clinic.fhir("GET", next.substring(next.indexOf("/fhir") + "/fhir".length()), token, ""));

        assertThat(second.getEntry()).hasSize(1);
        assertThat(second.getLink("next")).isNull();
        assertThat(second.hasTotal()).isFalse();
    }

    @Test
    void downMeansDownForFhirAndTokens() {
        on("{\"kind\":\"down\"}");

        assertThat(clinic.fhir("GET", "/metadata", "", "").statusCode()).isEqualTo(503);
        assertThat(clinic.fhir("GET", RESULTS, token, "").statusCode()).isEqualTo(503);
        assertThat(clinic.get("/oauth2/jwks").statusCode()).isEqualTo(503);
    }

    @Test
    void thePageSaysWhichFaultsAreOn() {
        on("{\"kind\":\"status\",\"status\":500,\"type\":\"Observation\"}");

        assertThat(clinic.get("/").body()).contains("status 500 on every interaction of Observation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"kind\":\"status\"}", "{\"kind\":\"delay\",\"delayMs\":-1}", "{\"kind\":\"nonsense\"}"})
    void aFaultThatCannotBeIsRefused(String fault) {
        var answer = clinic.plain("POST", "/sandbox/faults", fault, "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Clinic.json(answer).get("code").asText()).isEqualTo("fault-not-understood");
    }

    @Test
    void aFormOfAnotherSiteCannotSwitchFaults() {
        assertThat(clinic.plain("POST", "/sandbox/faults", "{\"kind\":\"down\"}", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    private void on(String fault) {
        var answer = clinic.plain("PUT", "/sandbox/faults", "[" + fault + "]", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> create(String identifier) {
        var document = """
                {"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/pt-ada"},
                 "identifier":[{"system":"urn:ietf:rfc:3986","value":"%s"}],
                 "content":[{"attachment":{"contentType":"text/plain","data":"QQ=="}}]}""".formatted(identifier);
        return clinic.fhir(
                "POST",
                "/DocumentReference",
                token,
                document,
                "If-None-Exist",
                "identifier=urn:ietf:rfc:3986|" + identifier);
    }

    private int stored(String identifier) {
        var search = "/DocumentReference?_summary=count&identifier=urn:ietf:rfc:3986%7C" + identifier;
        return page(clinic.fhir("GET", search, token, "")).getTotal();
    }

    private Bundle page(HttpResponse<String> answer) {
        return clinic.fhir().newJsonParser().parseResource(Bundle.class, answer.body());
    }
}
