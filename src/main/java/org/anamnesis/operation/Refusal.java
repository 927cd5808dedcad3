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

    /** @param pause after how long the same request may be answered */
    Refusal(Problem problem, Duration pause) {
        super(problem.status(), problem.code(), problem.outcome());
        setRetryAfter(pause);
    }

    private void setRetryAfter(Duration pause) {
        addResponseHeader("Retry-After", String.valueOf(pause.toSeconds()));
    }
}
