package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Ends a request that is answered later: with 202, before anything of a patient was read for it. */
final class Accepted extends BaseServerResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * @param location where its state can be asked for
     * @param expires when it is forgotten, as an HTTP date
     */
    Accepted(String location, String expires, long retryAfterSeconds) {
        super(202, "accepted", outcome());
        addResponseHeader("Content-Location", location);
        addResponseHeader("Expires", expires);
        addResponseHeader("Retry-After", String.valueOf(retryAfterSeconds));
    }

    private static OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDetails(new CodeableConcept(new Coding(Problem.SYSTEM, "accepted", null))
                        .setText("The request is answered later. Content-Location says where to ask for it."));
        return outcome;
    }
}
