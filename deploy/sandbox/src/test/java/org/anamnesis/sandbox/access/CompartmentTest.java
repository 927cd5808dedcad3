package org.anamnesis.sandbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.sandbox.clinic.Charts;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.LaunchFlow;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token launched on Ada's chart, against her records and Bo's ({@code 4711}). */
@ExtendWith(OpenClinic.class)
class CompartmentTest {

    private static final String SCOPES = "launch patient/*.rs patient/DocumentReference.crs";

    private final Clinic clinic;

    CompartmentTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
        "/Patient/pt-ada, 200",
        "/Patient/4711, 403",
        "/Observation/pt-ada-k0, 200",
        "/Observation/4711-k0, 403",
        "/Observation?patient=pt-ada, 200",
        "/Observation?patient=4711, 403",
        "/Observation?patient=4711&_summary=count, 403",
        "/Patient?_id=4711&_summary=count, 403",
        "/Observation, 200",
        "/Observation?_id=4711-k0, 200",
        "/Encounter?patient=pt-ada, 200",
        "/Patient?_id=pt-ada&_revinclude=Observation:subject, 200",
        "/Binary/pt-ada-file, 200",
        "/Binary/4711-file, 403",
        "/Practitioner/dr-hassan, 200",
        "/Organization/sandbox-hospital, 200"
    })
    void readingEndsAtThePatient(String path, int status) {
        var answer = clinic.fhir("GET", path, token(), "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Sample", "\"reference\":\"Patient/4711\"");
    }

    @Test
    void aSearchWithoutAPatientFindsAndCountsOnlyTheOneInContext() {
        var found = Clinic.json(clinic.fhir("GET", "/Observation?_count=100", token(), ""));
        var counted = Clinic.json(clinic.fhir("GET", "/Observation?_summary=count", token(), ""));

        assertThat(found.findValuesAsText("reference")).isNotEmpty().containsOnly("Patient/pt-ada");
        assertThat(counted.get("total").asInt()).isEqualTo(found.get("entry").size());
    }

    @ParameterizedTest
    @CsvSource({"pt-ada, 201", "4711, 403"})
    void writingEndsAtThePatient(String patient, int status) {
        var document = """
                {"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/%s"},
                 "content":[{"attachment":{"contentType":"text/plain","data":"QQ=="}}]}""".formatted(patient);

        assertThat(clinic.fhir("POST", "/DocumentReference", token(), document).statusCode())
                .isEqualTo(status);
    }

    private String token() {
        var browser = clinic.signedIn("dr-hassan");
        var flow = LaunchFlow.ofProduct(clinic)
                .with("launch", LaunchFlow.launch(clinic, browser, Charts.ADA))
                .with("scope", SCOPES);
        return Clinic.json(flow.tokens(browser)).get("access_token").asText();
    }
}
