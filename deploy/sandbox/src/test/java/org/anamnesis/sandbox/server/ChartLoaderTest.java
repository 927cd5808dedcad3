package org.anamnesis.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.anamnesis.sandbox.clinic.Clinic;
import org.anamnesis.sandbox.clinic.OpenClinic;
import org.anamnesis.sandbox.ehr.Loaded;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenClinic.class)
class ChartLoaderTest {

    private final Clinic clinic;

    ChartLoaderTest(Clinic clinic) {
        this.clinic = clinic;
    }

    @Test
    void idsStayAsGivenEvenThoseThatLookLikeNumbers() {
        var loaded = load("""
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Device","id":"77","status":"active"}},
                 {"resource":{"resourceType":"Device","id":"pump.A-1","status":"active"}}]}""");

        assertThat(loaded).isEqualTo(new Loaded(1, 2));
        assertThat(read("/Device/77").statusCode()).isEqualTo(200);
        assertThat(read("/Device/pump.A-1").statusCode()).isEqualTo(200);
    }

    @Test
    void aTransactionWithFullUrlsKeepsItsReferencesAndUuids() {
        load("""
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:0c1f6f4e-8d9c-4c57-9a3f-0f5a7b1e2d30",
                  "resource":{"resourceType":"Patient","id":"0c1f6f4e-8d9c-4c57-9a3f-0f5a7b1e2d30","name":[{"family":"Cay"}]},
                  "request":{"method":"POST","url":"Patient"}},
                 {"fullUrl":"urn:uuid:5b0f8a52-7d0a-4b8e-8a57-3f7e9c0d1a11",
                  "resource":{"resourceType":"Observation","status":"final","code":{"text":"x"},
                   "subject":{"reference":"urn:uuid:0c1f6f4e-8d9c-4c57-9a3f-0f5a7b1e2d30"},
                   "performer":[{"reference":"Practitioner?identifier=urn:oid:2.999.1.2|dr-hassan"}]},
                  "request":{"method":"POST","url":"Observation"}}]}""");

        var observation = Clinic.json(read("/Observation/5b0f8a52-7d0a-4b8e-8a57-3f7e9c0d1a11"));
        assertThat(observation.at("/subject/reference").asText())
                .isEqualTo("Patient/0c1f6f4e-8d9c-4c57-9a3f-0f5a7b1e2d30");
        assertThat(observation.at("/performer/0/reference").asText()).isEqualTo("Practitioner/dr-hassan");
    }

    @Test
    void loadingTheSameChartTwiceLeavesOneOfEach() {
        var bundle = """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Location","id":"ward-1","name":"Ward 1"}}]}""";
        load(bundle);
        long before = clinic.ehr().count("Location");

        load(bundle);

        assertThat(clinic.ehr().count("Location")).isEqualTo(before);
    }

    @Test
    void aBundleIsWrittenWholeOrNotAtAll() {
        var broken = """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Substance","id":"s1","code":{"text":"x"}}},
                 {"resource":{"resourceType":"Substance","code":{"text":"has no id"}}}]}""";

        assertThatThrownBy(() -> load(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Substance");
        assertThat(clinic.ehr().count("Substance")).isZero();
    }

    private Loaded load(String bundle) {
        return clinic.ehr().load(Stream.of(clinic.fhir().newJsonParser().parseResource(Bundle.class, bundle)));
    }

    private HttpResponse<String> read(String path) {
        var token = clinic.ehr().wardToken("system/*.rs", clinic.ehr().fhirBase());
        return clinic.fhir("GET", path, token, "");
    }
}
