package org.anamnesis.sandbox.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenClinic.class)
class DiscoveryTest {

    private final Clinic clinic;

    DiscoveryTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void smartConfigurationNamesEverythingAClientNeeds() {
        var answer = clinic.fhir("GET", "/.well-known/smart-configuration", "", "");

        var base = clinic.ehr().baseUrl().toString();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/json"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        var document = Clinic.json(answer);
        assertThat(document.get("issuer").asText()).isEqualTo(base);
        assertThat(document.get("jwks_uri").asText()).isEqualTo(base + "/oauth2/jwks");
        assertThat(document.get("authorization_endpoint").asText()).isEqualTo(base + "/oauth2/authorize");
        assertThat(document.get("token_endpoint").asText()).isEqualTo(base + "/oauth2/token");
        assertThat(texts(document.get("code_challenge_methods_supported"))).containsExactly("S256");
        assertThat(texts(document.get("token_endpoint_auth_signing_alg_values_supported")))
                .containsExactly("RS384", "ES384");
        assertThat(texts(document.get("capabilities")))
                .contains(
                        "launch-ehr",
                        "client-confidential-asymmetric",
                        "sso-openid-connect",
                        "context-ehr-patient",
                        "context-ehr-encounter",
                        "permission-v2");
    }

    @Test
    void whatDiscoveryNamesAnswers() {
        assertThat(Clinic.json(clinic.get("/oauth2/jwks")).at("/keys/0/kid").asText())
                .isNotEmpty();
        assertThat(clinic.get("/oauth2/jwks").body()).doesNotContain("\"d\"");
        assertThat(Clinic.json(clinic.get("/.well-known/openid-configuration"))
                        .get("issuer")
                        .asText())
                .isEqualTo(clinic.ehr().baseUrl().toString());
    }

    @Test
    void metadataIsOpen() {
        var answer = clinic.fhir("GET", "/metadata", "", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Clinic.json(answer).get("fhirVersion").asText()).isEqualTo("4.0.1");
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
