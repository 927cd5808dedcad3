package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request as an operation sees it, without a server. */
final class SentRequest extends ServletRequestDetails {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final String type;

    private SentRequest(String type, String body) {
        this.type = type;
        setRequestContents(body.getBytes(StandardCharsets.UTF_8));
    }

    static SentRequest json(String body) {
        return new SentRequest("application/fhir+json", body.replace('\'', '"'));
    }

    static SentRequest xml(String body) {
        return new SentRequest("application/fhir+xml; charset=utf-8", body);
    }

    /** A Parameters resource of these parameters. */
    static SentRequest parameters(String... parameters) {
        return json("{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}");
    }

    SentRequest at(String name, String value) {
        setParameters(Map.of(name, new String[] {value}));
        return this;
    }

    @Override
    public String getHeader(String name) {
        return name.equals("Content-Type") ? type : "";
    }

    @Override
    public FhirContext getFhirContext() {
        return R4;
    }
}
