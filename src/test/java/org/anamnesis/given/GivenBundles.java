package org.anamnesis.given;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.r4.model.Bundle;

/** Small Bundles as callers give them, and what is taken of them. */
final class GivenBundles {

    static final FhirContext R4 = FhirContext.forR4Cached();
    static final String EHR = "https://ehr.example/fhir";
    static final ClinicalTime AS_OF = ClinicalTime.day(LocalDate.of(2024, 11, 20));
    static final String PATIENT = entry("", "{'resourceType':'Patient','id':'p1','gender':'female'}");

    private GivenBundles() {}

    /** An entry; single quotes stand for double ones. */
    static String entry(String fullUrl, String resource) {
        String url = fullUrl.isEmpty() ? "" : "'fullUrl':'" + fullUrl + "',";
        return ("{" + url + "'resource':" + resource + "}").replace('\'', '"');
    }

    static String condition(String id, String subject, String more) {
        return "{'resourceType':'Condition','id':'" + id + "','code':{'text':'Problem " + id + "'},'subject':{'reference':'"
                + subject + "'}" + more + "}";
    }

    static String bundle(String... entries) {
        return Arrays.stream(entries)
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", "]}"));
    }

    static GivenOutcome take(String... entries) throws RefusedInput {
        return take(bundle(entries), Format.JSON);
    }

    static GivenOutcome take(String bundle, Format format) throws RefusedInput {
        byte[] body = bundle.getBytes(StandardCharsets.UTF_8);
        return new GivenCharts(R4, Limits.CALLER)
                .take(format.cut(body).entries(), format, Optional.of("p1"), EHR);
    }

    /** The same Bundle in FHIR's other way of writing. */
    static String xml(String json) {
        return R4.newXmlParser().encodeResourceToString(R4.newJsonParser().parseResource(Bundle.class, json));
    }

    static GivenChart given(String... entries) throws RefusedInput {
        return taken(take(entries));
    }

    static GivenChart taken(GivenOutcome outcome) {
        assertThat(outcome).isInstanceOf(GivenOutcome.Taken.class);
        return ((GivenOutcome.Taken) outcome).chart();
    }

    static Chart chart(String... entries) throws RefusedInput {
        return given(entries).chart(AS_OF);
    }
}
