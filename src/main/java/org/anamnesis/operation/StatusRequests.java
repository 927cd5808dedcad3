package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.jobs.JobResult;
import org.anamnesis.jobs.JobSettings;
import org.anamnesis.jobs.JobStatus;
import org.anamnesis.jobs.Jobs;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** {@code _async/[name]} and {@code _async/[name]/result}: how a request stands that is answered later, and its answer. */
@ApplicationScoped
public class StatusRequests {

    private final @Nullable Jobs jobs;
    private final @Nullable AuditTrail audit;
    private final @Nullable EhrRegistry registry;
    private final @Nullable FhirContext fhir;

    /** For the container's proxies only. */
    protected StatusRequests() {
        this.jobs = null;
        this.audit = null;
        this.registry = null;
        this.fhir = null;
    }

    @Inject
    public StatusRequests(Jobs jobs, AuditTrail audit, EhrRegistry registry, FhirContext fhir) {
        this.jobs = jobs;
        this.audit = audit;
        this.registry = registry;
        this.fhir = fhir;
    }

    /**
     * What of which request is asked for.
     *
     * @param name what its caller was told
     * @param result whether its answer, else its state
     */
    record Asked(String name, boolean result) {}

    static String location(String base, String name) {
        return base + "/_async/" + name;
    }

    /** A moment as an HTTP date (RFC 9110, section 5.6.7). */
    static String date(Instant moment) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Answers, or says what is wrong. */
    Optional<Problem> answer(HttpServletRequest request, HttpServletResponse response, Asked asked, FacadeCall call)
            throws IOException {
        Jobs all = Objects.requireNonNull(jobs);
        String ehr = call.ehr().value();
        if (request.getMethod().equals("DELETE")) {
            if (asked.result() || !all.giveUp(ehr, call.caller(), asked.name())) {
                return Optional.of(Problem.unknownJob());
            }
            response.setStatus(202);
            return Optional.empty();
        }
        JobStatus status = asked.result()
                ? all.result(ehr, call.caller(), asked.name())
                : all.status(ehr, call.caller(), asked.name());
        return switch (status) {
            case JobStatus.Unknown ignored -> Optional.of(Problem.unknownJob());
            case JobStatus.TooSoon ignored -> {
                response.setHeader("Retry-After", String.valueOf(Jobs.ASK_AGAIN.toSeconds()));
                yield Optional.of(new Problem(
                        429,
                        IssueType.TRANSIENT,
                        "asked-too-often",
                        "The state was asked for too often. Retry-After says when to ask again."));
            }
            case JobStatus.UnderWay underWay -> {
                response.setStatus(202);
                response.setHeader("X-Progress", underWay.progress());
                response.setHeader("Retry-After", String.valueOf(Jobs.ASK_AGAIN.toSeconds()));
                response.setHeader("Expires", date(underWay.expires()));
                yield Optional.empty();
            }
            case JobStatus.Complete complete -> {
                response.setHeader("Expires", date(complete.expires()));
                complete(request, response, asked, call, complete.result());
                yield Optional.empty();
            }
        };
    }

    private void complete(
            HttpServletRequest request, HttpServletResponse response, Asked asked, FacadeCall call, JobResult result)
            throws IOException {
        if (!asked.result() && result.completion() == JobSettings.Completion.REDIRECT) {
            response.setStatus(303);
            response.setHeader("Location", url(call, asked) + "/result");
            return;
        }
        // That the answer is given out is a disclosure of its own: it may be hours after the chart was read.
        Objects.requireNonNull(audit)
                .record(new AuditEvent(
                        AuditEvent.Kind.DRAFT_READ,
                        call.ehr().value(),
                        Optional.of(result.about()).filter(id -> !id.isEmpty()),
                        call.actor(),
                        "result of a request answered later"));
        if (asked.result()) {
            response.setStatus(result.status());
            write(response, result.contentType(), result.body());
        } else {
            boolean xml = Optional.ofNullable(request.getHeader("Accept"))
                    .filter(accept -> accept.contains("xml") && !accept.contains("json"))
                    .isPresent();
            BatchResponse batch = new BatchResponse(Objects.requireNonNull(fhir));
            response.setStatus(200);
            write(
                    response,
                    (xml ? "application/fhir+xml" : "application/fhir+json") + ";charset=UTF-8",
                    batch.of(result, url(call, asked) + "/result", xml));
        }
    }

    private String url(FacadeCall call, Asked asked) {
        return location(Objects.requireNonNull(registry).facadeBase(call.ehr()).toString(), asked.name());
    }

    private static void write(HttpServletResponse response, String contentType, String body) throws IOException {
        response.setContentType(contentType);
        response.getWriter().write(body);
    }
}
