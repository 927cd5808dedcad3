package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.jobs.JobRequest;
import org.anamnesis.jobs.JobSettings;
import org.anamnesis.jobs.Jobs;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * That a caller wants to be answered later. The request goes the usual way through parsing, parameters and scopes, so that what is
 * wrong with it is said at once; where its caller is found to be allowed, it is kept instead of being done.
 */
final class KickOff {

    private static final String ATTRIBUTE = "org.anamnesis.kick-off";
    private static final Pattern OPERATION = Pattern.compile("/[A-Za-z]+/[A-Za-z0-9.-]{1,64}/\\$([a-z-]{1,40})");
    private static final Pattern LATER = Pattern.compile("(?i)(?:^|[,;\\s])respond-async(?:$|[,;\\s])");
    private static final Pattern MODE = Pattern.compile("(?:^|&)_asyncMode=([^&]*)");
    private static final Pattern OUTPUT = Pattern.compile("(?:^|&)_outputFormat=");

    /** Acts of a person who is there; they take no time, and their answer is to be seen. */
    private static final Set<String> AT_ONCE =
            Set.of("sign", "filing-status", "edit", "reject", "replace", "retract", "override-acuity");

    /** What is kept until it is done: a chart that is sent along may not be larger. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final Jobs jobs;
    private final String base;
    private final FacadePath path;
    private final String query;
    private final JobSettings.Completion completion;

    private KickOff(Jobs jobs, String base, FacadePath path, String query, JobSettings.Completion completion) {
        this.jobs = jobs;
        this.base = base;
        this.path = path;
        this.query = query;
        this.completion = completion;
    }

    /** Whether a request asks to be answered later, and is one that can be. */
    static boolean isAsked(HttpServletRequest request, FacadePath path) {
        Matcher operation = OPERATION.matcher(path.rest());
        return request.getMethod().equals("POST")
                && Collections.list(request.getHeaders("Prefer")).stream()
                        .anyMatch(prefer -> LATER.matcher(prefer).find())
                && operation.matches()
                && !AT_ONCE.contains(operation.group(1));
    }

    /**
     * Marks a request as one to be answered later.
     *
     * @param base the facade's base for this EHR
     * @return what is wrong with how it asks
     */
    static Optional<Problem> mark(HttpServletRequest request, FacadePath path, Jobs jobs, String base) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (OUTPUT.matcher(query).find()) {
            return Optional.of(new Problem(
                    400,
                    IssueType.NOTSUPPORTED,
                    "output-format",
                    "_outputFormat is not supported: results are what the request is answered with at once."));
        }
        Matcher mode = MODE.matcher(query);
        boolean said = mode.find();
        Optional<JobSettings.Completion> completion =
                said ? JobRequest.completion(mode.group(1)) : Optional.of(jobs.completion());
        if (completion.isEmpty()) {
            return Optional.of(Problem.parameter(
                    "wrong-parameter", "_asyncMode", "The parameter _asyncMode must be redirect or bundle."));
        }
        request.setAttribute(ATTRIBUTE, new KickOff(jobs, base, path, query, completion.get()));
        return Optional.empty();
    }

    /**
     * Ends a request that was marked, now that its caller is known to be allowed.
     *
     * @param patient whom the caller is allowed, where it is one
     */
    static void acceptIfMarked(ServletRequestDetails details, FacadeCall call, Optional<String> patient) {
        if (details.getServletRequest().getAttribute(ATTRIBUTE) instanceof KickOff marked) {
            throw marked.accept(details, call, patient);
        }
    }

    private RuntimeException accept(ServletRequestDetails details, FacadeCall call, Optional<String> patient) {
        byte[] body = Objects.requireNonNullElse(details.loadRequestContents(), new byte[0]);
        if (body.length > MOST_BYTES) {
            return new Refusal(new Problem(
                    413,
                    IssueType.TOOLONG,
                    "too-large-for-later",
                    "A request of more than 4 MiB can only be answered at once."));
        }
        HttpServletRequest request = details.getServletRequest();
        JobRequest job = new JobRequest(
                call.ehr().value(),
                path.rest(),
                query,
                Optional.ofNullable(request.getContentType()),
                Optional.ofNullable(request.getHeader("Accept")),
                body,
                call.caller(),
                patient,
                completion);
        return jobs.make(job).<RuntimeException>map(this::accepted).orElseGet(() -> tooMany(details));
    }

    private Accepted accepted(Jobs.Made made) {
        return new Accepted(
                StatusRequests.location(base, made.name()),
                StatusRequests.date(made.expires()),
                Jobs.ASK_AGAIN.toSeconds());
    }

    private static Refusal tooMany(ServletRequestDetails details) {
        details.getServletResponse().setHeader("Retry-After", String.valueOf(10));
        return new Refusal(new Problem(
                429,
                IssueType.THROTTLED,
                "too-many-requests",
                "Too many requests of this caller are not answered yet. Ask again when one is."));
    }
}
