package org.anamnesis.sandbox.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OpenClinic.class)
class ScopeEnforcementTest {

    private static final String DOCUMENT = """
            {"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/pt-ada"},
             "content":[{"attachment":{"contentType":"text/plain","data":"QQ=="}}]}""";

    private static final String WITH_ID = DOCUMENT.replaceFirst("\\{", "{\"id\":\"new-one\",");

    private final Clinic clinic;

    ScopeEnforcementTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @ParameterizedTest(name = "{0}: {1} {2} gives {3}")
    @CsvSource({
        "system/Patient.r, GET, /Patient/pt-ada, 200",
        "system/Patient.r, GET, /Patient?_id=pt-ada, 403",
        "system/Patient.s, GET, /Patient?_id=pt-ada, 200",
        "system/Patient.s, GET, /Patient/pt-ada, 403",
        "system/Patient.rs, GET, /Observation?patient=pt-ada, 403",
        "system/Observation.rs, GET, /Observation?patient=pt-ada, 200",
        "system/Observation.rs, GET, /Observation?patient=pt-ada&_summary=count, 200",
        "system/Observation.rs, GET, /Observation/pt-ada-k0/_history/1, 200",
        "system/Observation.rs, GET, /Observation?patient=pt-ada&_include=Observation:subject, 403",
        "system/Observation.rs system/Patient.r, GET, /Observation?patient=pt-ada&_include=Observation:subject, 200",
        "system/Patient.rs, GET, /Patient/pt-ada/$everything, 403",
        "system/Patient.rs, GET, /_history, 403",
        "system/Patient.rs, GET, /Patient/_history, 403",
        "system/Patient.rs, DELETE, /Patient/pt-ada, 403",
        "system/DocumentReference.rs, POST, /DocumentReference, 403",
        "system/DocumentReference.c, POST, /DocumentReference, 201",
        "system/DocumentReference.c, PUT, /DocumentReference/new-one, 403",
        "system/Patient.rs, GET, /Patient/nobody, 404"
    })
    void anActNeedsAScopeOfItsTypeAndLetter(String scope, String method, String path, int status) {
        var body = method.equals("PUT") ? WITH_ID : method.equals("POST") ? DOCUMENT : "";

        var answer = clinic.fhir(method, path, clinic.backendToken(scope), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}: {1} gives {2}")
    @CsvSource({
        "system/*.rs, /Patient/pt-ada/$everything, 200",
        "system/*.rs, /Patient/pt-ada/$summary, 200",
        "system/*.r, /Patient/pt-ada/$everything, 403",
        "system/Patient.rs system/Observation.rs, /Patient/pt-ada/$summary, 403",
        "system/*.rs, /Observation/$lastn, 403",
        "system/*.rs, /Patient/$everything, 403"
    })
    void aWholeChartNeedsAScopeForEveryType(String scope, String path, int status) {
        var token = clinic.ehr().wardToken(scope, clinic.ehr().fhirBase());

        var answer = clinic.fhir("GET", path, token, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void aTransactionIsJudgedEntryByEntry() {
        var token = clinic.backendToken("system/DocumentReference.c");

        var created = clinic.fhir("POST", "", token, transaction("POST", "DocumentReference", DOCUMENT));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        assertThat(clinic.fhir("POST", "", token, transaction("PUT", "DocumentReference/mine", DOCUMENT))
                        .statusCode())
                .isEqualTo(403);
        assertThat(clinic.fhir("POST", "", token, transaction("DELETE", "Patient/pt-ada", ""))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aBatchCannotReadWhatItsTokenCannot() {
        var answer = clinic.fhir("POST", "", clinic.backendToken("system/Observation.rs"), """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient/pt-ada"}}]}""");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Example");
    }

    private static String transaction(String method, String url, String resource) {
        var content = resource.isEmpty() ? "" : "\"resource\":" + resource + ",";
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{" + content
                + "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}";
    }
}
