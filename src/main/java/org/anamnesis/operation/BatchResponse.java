package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Map;
import org.anamnesis.jobs.JobResult;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** The answer to one request as a Bundle {@code batch-response} (FHIR R5, Asynchronous Interaction Request Pattern). */
final class BatchResponse {

    private static final Map<Integer, String> REASONS = Map.of(
            200,
            "OK",
            400,
            "Bad Request",
            403,
            "Forbidden",
            404,
            "Not Found",
            422,
            "Unprocessable Entity",
            503,
            "Service Unavailable");

    private final FhirContext fhir;

    BatchResponse(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** @param location where the answer is by itself */
    String of(JobResult result, String location, boolean xml) {
        Resource resource =
                (Resource) parser(result.contentType().contains("xml")).parseResource(result.body());
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.BATCHRESPONSE);
        BundleEntryComponent entry = bundle.addEntry();
        entry.getResponse()
                .setStatus((result.status() + " " + REASONS.getOrDefault(result.status(), "")).strip())
                .setLocation(location);
        if (resource instanceof OperationOutcome outcome) {
            entry.getResponse().setOutcome(outcome);
        } else {
            entry.setResource(resource);
        }
        return parser(xml).encodeResourceToString(bundle);
    }

    private IParser parser(boolean xml) {
        return xml ? fhir.newXmlParser() : fhir.newJsonParser();
    }
}
