package org.anamnesis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.anamnesis.audit.AuditUnavailable;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every failure under {@code /app} as the page or the reader of a page is told of it: code, words and an incident id. What
 * went wrong inside goes to the log by its types and places alone, for a message may quote a chart.
 */
@Provider
@SuppressWarnings("NullAway.Init") // the container fills the fields
public class ApiErrors implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final int INCIDENT_BITS = 64;
    private static final int FRAMES = 12;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Override
    public Response toResponse(Throwable failed) {
        Told told = tell(failed);
        if (!request.getRequestURI().contains("/api/")) {
            return page(told.refusal(), told.body().incident());
        }
        return Response.status(told.refusal().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(told.body())
                .build();
    }

    /** A failure as it is told. */
    record Told(ApiRefusal refusal, ErrorBody body) {}

    /** What is told of a failure, with an incident of its own in the log. */
    static Told tell(Throwable failed) {
        String incident = Secrets.fresh(INCIDENT_BITS);
        ApiRefusal told = told(failed);
        if (told.status() >= 500) {
            LOG.error("incident {}: {} {}", incident, told.code(), places(failed));
        } else {
            LOG.info("incident {}: {}", incident, told.code());
        }
        return new Told(told, new ErrorBody(told.code(), String.valueOf(told.getMessage()), incident));
    }

    private Response page(ApiRefusal told, String incident) {
        Notice notice = told.status() < 500
                ? Notice.NOT_OPEN
                : new Notice(told.status(), told.code(), "Something went wrong", String.valueOf(told.getMessage()));
        String html = notice.framed(response, null, incident);
        return Response.status(notice.status())
                .type("text/html;charset=utf-8")
                .entity(html)
                .build();
    }

    private static ApiRefusal told(Throwable failed) {
        return switch (failed) {
            case ApiRefusal refusal -> refusal;
            case AuditUnavailable ignored ->
                new ApiRefusal(
                        503, AuditUnavailable.CODE, "This cannot be recorded at the moment, so it was not done.");
            case AuthorizationFailed access -> told(access.reason());
            case WebApplicationException http -> told(http.getResponse().getStatus());
            default -> told(500);
        };
    }

    private static ApiRefusal told(AuthorizationFailed.Reason reason) {
        return switch (reason) {
            case ENDED -> ApiRefusal.sessionLost();
            case TIMEOUT -> new ApiRefusal(504, "ehr-timeout", "The EHR did not answer in time.");
            default -> new ApiRefusal(502, "ehr-unavailable", "The EHR cannot be reached at the moment.");
        };
    }

    private static ApiRefusal told(int status) {
        return status < 500
                ? new ApiRefusal(status, "request-unusable", "This request cannot be answered.")
                : new ApiRefusal(500, "unexpected", "Something went wrong on our side.");
    }

    private static String places(Throwable failed) {
        StringBuilder text = new StringBuilder();
        int causes = 0;
        for (Throwable one = failed; one != null && causes < 5; one = one.getCause(), causes++) {
            text.append(one.getClass().getName());
            StackTraceElement[] frames = one.getStackTrace();
            for (int at = 0; at < Math.min(FRAMES, frames.length); at++) {
                text.append(" < ").append(frames[at]);
            }
            text.append("; ");
        }
        return text.toString();
    }
}
