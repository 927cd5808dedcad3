package org.anamnesis.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenClinic.class)
class ChartPagesTest {

    private final Clinic clinic;

    ChartPagesTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void patientsAreListedWithWhatTellsThemApart() {
        var page = clinic.get("/").body();

        assertThat(page)
                .contains("Ada Example", "1950-02-03", "MRN-pt-ada", "MRN-4711")
                .contains("/patients/pt-ada/anamnesis")
                .contains("fictional");
    }

    @Test
    void theProductOpensInAFrameOnAFreshLaunch() {
        var browser = clinic.signedIn("dr-okafor");

        var first = frame(visit(browser, "/patients/pt-ada/anamnesis"));
        var second = frame(visit(browser, "/patients/pt-ada/anamnesis"));

        assertThat(first).startsWith(clinic.product().base() + "/app/launch?iss=http%3A%2F%2F127.0.0.1%3A");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void thePolicyOfThePageLetsTheProductInAndNothingElse() {
        var policy =
                clinic.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "frame-src 'self' " + clinic.product().base(),
                        "frame-ancestors 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void withoutSignInTheProductIsNotOpened() {
        var answer = visit(clinic.visitor(), "/patients/pt-ada/anamnesis");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sandbox/sign-in");
    }

    @Test
    void filedDocumentsAreShownWithTheirLabelsAndAsTextOnly() {
        var text =
                Base64.getEncoder().encodeToString("Drafted by AI <script>x</script>".getBytes(StandardCharsets.UTF_8));
        var bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":
                 {"resourceType":"DocumentReference","id":"doc-1","status":"current","docStatus":"final",
                  "meta":{"security":[{"code":"AIAST","display":"Artificial Intelligence asserted"}]},
                  "description":"Summary","subject":{"reference":"Patient/4711"},
                  "content":[{"attachment":{"contentType":"text/plain","data":"%s"}}]}}]}""".formatted(text);
        clinic.ehr().load(Stream.of(clinic.fhir().newJsonParser().parseResource(Bundle.class, bundle)));

        var page = clinic.get("/patients/4711").body();

        assertThat(page)
                .contains("Artificial Intelligence asserted", "current, final", "Drafted by AI &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void anUnknownPatientIsNotFound() {
        assertThat(clinic.get("/patients/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodySignsInAsSomeoneWhoDoesNotWorkHere() {
        var answer =
                clinic.plain("POST", "/sandbox/sign-in", "practitioner=dr-nobody", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() {
        var answer =
                clinic.plain("POST", "/sandbox/sign-in", "practitioner=dr-hassan", "application/x-www-form-urlencoded");

        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        it -> assertThat(it).startsWith("SANDBOX_EHR=").contains("HttpOnly", "SameSite=Lax"));
    }

    private HttpResponse<String> visit(HttpClient browser, String path) {
        return Clinic.send(
                browser,
                HttpRequest.newBuilder(clinic.ehr().baseUrl().resolve(path)).build());
    }

    private static String frame(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*<iframe src=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
    }
}
