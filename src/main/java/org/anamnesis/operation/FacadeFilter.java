package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anamnesis.audit.CallOrigin;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.jobs.Jobs;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.smart.CallerCheck;
import org.anamnesis.smart.CallerTokens;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the facade: finds the EHR, authenticates the caller, guards the body. Nothing of the request is parsed
 * as FHIR before it has passed.
 */
@WebFilter("/fhir/*")
public class FacadeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final Set<String> METHODS_OF_JOBS = Set.of("GET", "DELETE");

    @Inject
    private transient @Nullable EhrRegistry registry;

    @Inject
    private transient @Nullable CallerTokens tokens;

    @Inject
    private transient @Nullable FacadeDiscovery discovery;

    @Inject
    private transient @Nullable CallRecords records;

    @Inject
    private transient @Nullable StatusRequests statuses;

    @Inject
    private transient @Nullable Jobs jobs;

    @Inject
    private transient @Nullable FhirContext fhir;

    private final transient LargeBodies largeBodies = LargeBodies.ofThisHeap();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = requestId(request);
        response.setHeader("X-Request-Id", id);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Optional<FacadePath> path = FacadePath.of(request)
                .filter(known ->
                        Objects.requireNonNull(registry).find(known.ehr()).isPresent());
        try {
            CallOrigin.of(id, request.getRemoteAddr()).during(() -> {
                route(request, response, chain, path);
                return true;
            });
        } catch (RuntimeException failed) {
            // The container would answer with a page of its own, and log what the failure says.
            if (response.isCommitted()) {
                throw failed;
            }
            response.resetBuffer();
            answer(request, response, PlainErrors.problem(failed));
        } catch (IOException | ServletException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private void route(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Optional<FacadePath> path)
            throws IOException, ServletException {
        if (path.isEmpty()) {
            answer(request, response, Problem.unknownEhr());
        } else if (!(path.get().job().isPresent() ? METHODS_OF_JOBS : METHODS).contains(request.getMethod())) {
            String allowed = path.get().job().isPresent() ? "GET, DELETE" : "GET, POST";
            response.setHeader("Allow", allowed);
            answer(
                    request,
                    response,
                    new Problem(405, IssueType.NOTSUPPORTED, "method", "Supported here are " + allowed + "."));
        } else if (!path.get().isDiscovery(request.getMethod()) && !AnswerFormat.isOffered(request, path.get())) {
            answer(
                    request,
                    response,
                    new Problem(
                            406,
                            IssueType.NOTSUPPORTED,
                            "accept",
                            "Answers are application/fhir+json or application/fhir+xml."));
        } else if (path.get().isDiscovery(request.getMethod())) {
            discovery(request, response, path.get());
        } else if (path.get().isPublic(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            authenticated(request, response, chain, path.get());
        }
    }

    private void discovery(HttpServletRequest request, HttpServletResponse response, FacadePath path)
            throws IOException {
        try {
            String document = Objects.requireNonNull(discovery).of(path.ehr());
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(document);
        } catch (AuthorizationFailed failed) {
            answer(
                    request,
                    response,
                    Problem.unavailable(failed.reason().code(), "The EHR's authorization server cannot be asked now."));
        }
    }

    private void authenticated(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, FacadePath path)
            throws IOException, ServletException {
        CallerCheck check = Objects.requireNonNull(tokens).verify(path.ehr(), request.getHeader("Authorization"));
        switch (check) {
            case CallerCheck.Accepted accepted -> {
                FacadeCall call = new FacadeCall(path.ehr(), accepted.caller());
                call.keepIn(request);
                CallRecords.Begun begun = Objects.requireNonNull(records).begin(request, path, call);
                Optional<Problem> wrong = answeredLater(request, response, path, call);
                if (wrong.isPresent()) {
                    answer(request, response, wrong.get());
                } else if (path.job().isEmpty()) {
                    guarded(request, response, chain);
                }
                begun.ended(response.getStatus());
            }
            case CallerCheck.Missing ignored -> {
                response.setHeader("WWW-Authenticate", challenge(path.ehr()));
                answer(request, response, Problem.unauthenticated());
            }
            case CallerCheck.Invalid invalid -> {
                Objects.requireNonNull(records).denied(path, invalid);
                response.setHeader("WWW-Authenticate", challenge(path.ehr()) + ", error=\"invalid_token\"");
                answer(request, response, Problem.unauthenticated());
            }
            case CallerCheck.Unverifiable unverifiable -> {
                answer(
                        request,
                        response,
                        Problem.unavailable(
                                unverifiable.reason().code(),
                                "The token cannot be checked now: the EHR's authorization server does not give its keys."));
            }
        }
    }

    /** Answers for a request that is answered later, or marks one that is to be. */
    private Optional<Problem> answeredLater(
            HttpServletRequest request, HttpServletResponse response, FacadePath path, FacadeCall call)
            throws IOException {
        Optional<StatusRequests.Asked> job = path.job();
        if (job.isPresent()) {
            return Objects.requireNonNull(statuses).answer(request, response, job.get(), call);
        }
        return KickOff.isAsked(request, path)
                ? KickOff.mark(
                        request,
                        path,
                        Objects.requireNonNull(jobs),
                        Objects.requireNonNull(registry).facadeBase(path.ehr()).toString())
                : Optional.empty();
    }

    private String challenge(EhrId ehr) {
        return "Bearer realm=\"" + Objects.requireNonNull(registry).facadeBase(ehr) + "\"";
    }

    private void guarded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> tooLarge = GuardedBody.declaredTooLarge(request);
        if (tooLarge.isPresent()) {
            // The rest of the body is not waited for.
            response.setHeader("Connection", "close");
            answer(request, response, tooLarge.get());
            return;
        }
        // Its place is given back when all is answered: only then is what was made of it gone.
        try (LargeBodies.Admission admission = largeBodies.admit(request.getInputStream())) {
            switch (GuardedBody.of(request, admission)) {
                case GuardedBody.Passed passed ->
                    chain.doFilter(new GuardedRequest(request, passed.bytes()), new UnhurriedResponse(response));
                case GuardedBody.Refused refused -> answer(request, response, refused.problem());
            }
        }
    }

    private static String requestId(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-Request-Id"))
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        boolean xml = Optional.ofNullable(request.getHeader("Accept"))
                .filter(accept -> accept.contains("xml") && !accept.contains("json"))
                .isPresent();
        FhirContext context = Objects.requireNonNull(fhir);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "10");
        }
        response.setStatus(problem.status());
        response.setContentType((xml ? "application/fhir+xml" : "application/fhir+json") + ";charset=UTF-8");
        response.getWriter()
                .write((xml ? context.newXmlParser() : context.newJsonParser())
                        .encodeResourceToString(problem.outcome()));
    }
}
