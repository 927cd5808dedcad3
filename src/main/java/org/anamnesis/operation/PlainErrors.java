package org.anamnesis.operation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.audit.AuditUnavailable;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every error that is not one of ours into an OperationOutcome without a message of its own: what a library says may
 * quote the request.
 */
@Interceptor
public final class PlainErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrors.class);

    /** Called by HAPI with whatever ended a request. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException replace(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof AuditUnavailable) {
                return new Refusal(Problem.auditUnavailable());
            }
            if (cause instanceof Accepted accepted) {
                return accepted;
            }
        }
        Optional<BaseServerResponseException> known = Optional.of(thrown)
                .filter(BaseServerResponseException.class::isInstance)
                .map(BaseServerResponseException.class::cast)
                .filter(error -> error.getStatusCode() < 500);
        return new Refusal(known.map(error -> new Problem(
                        error.getStatusCode(),
                        IssueType.PROCESSING,
                        "http-" + error.getStatusCode(),
                        "The server does not support this request, or cannot read it."))
                .orElseGet(() -> unexpected(thrown)));
    }

    /** What a failure that no operation took care of comes to. */
    static Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuditUnavailable) {
                return Problem.auditUnavailable();
            }
        }
        return unexpected(thrown);
    }

    /** The log gets the place and the kind of error under an incident number, not its message. */
    static Problem unexpected(Throwable thrown) {
        String incident = UUID.randomUUID().toString();
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        LOG.error(
                "incident {}: {} at {}",
                incident,
                root.getClass().getName(),
                trace.length > 0 ? trace[0] : "an unknown place");
        return new Problem(500, IssueType.EXCEPTION, "internal", "Something failed here. Incident " + incident + ".");
    }
}
