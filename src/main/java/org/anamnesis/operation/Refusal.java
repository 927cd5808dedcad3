package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Duration;

/** Ends a request with a problem; HAPI writes its OperationOutcome. */
final class Refusal extends BaseServerResponseException {

    private static final long serialVersionUID = 1L;

    Refusal(Problem problem) {
        super(problem.status(), problem.code(), problem.outcome());
        if (problem.status() == 503) {
            setRetryAfter(Duration.ofSeconds(10));
        }
    }

    private void setRetryAfter(Duration pause) {
        addResponseHeader("Retry-After", String.valueOf(pause.toSeconds()));
    }
}
