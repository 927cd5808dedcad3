package org.anamnesis.operation;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.jobs.JobPerformer;
import org.anamnesis.jobs.JobRequest;
import org.anamnesis.jobs.JobResult;
import org.anamnesis.jobs.Running;
import org.jspecify.annotations.Nullable;

/** Does a request that was kept by giving it to the facade's own server as if it came now, and takes what it answers. */
@ApplicationScoped
public class Replay implements JobPerformer {

    private static final Pattern OF_PATIENT = Pattern.compile("/Patient/([A-Za-z0-9.-]{1,64})/.*");

    private final @Nullable EhrRegistry registry;
    private final @Nullable FhirContext fhir;
    private volatile @Nullable Server server;

    /** For the container's proxies only. */
    protected Replay() {
        this.registry = null;
        this.fhir = null;
    }

    @Inject
    public Replay(EhrRegistry registry, FhirContext fhir) {
        this.registry = registry;
        this.fhir = fhir;
    }

    /** The facade's server. */
    @FunctionalInterface
    interface Server {
        void handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    /** Is told the server when it is there. */
    void by(Server facade) {
        server = facade;
    }

    @Override
    public boolean isReady() {
        return server != null;
    }

    @Override
    public JobResult perform(JobRequest job) {
        EhrId ehr = new EhrId(job.ehr());
        KeptAnswer answer = new KeptAnswer();
        HttpServletRequest request = KeptRequest.of(
                job, Objects.requireNonNull(registry).facadeBase(ehr).toString());
        new FacadeCall(ehr, job.caller()).keepIn(request);
        Running.say("reading");
        try {
            Objects.requireNonNull(server, "the facade is not up yet").handle(request, answer.response());
        } catch (ServletException | IOException e) {
            return failed(job, PlainErrors.unexpected(e));
        }
        return new JobResult(answer.status(), answer.contentType(), answer.text(), about(job), job.completion());
    }

    @Override
    public JobResult interrupted(JobRequest job) {
        return failed(
                job,
                Problem.unavailable(
                        "interrupted", "The request was interrupted and did not come to an end. Make it again."));
    }

    private JobResult failed(JobRequest job, Problem problem) {
        return new JobResult(
                problem.status(),
                "application/fhir+json;charset=UTF-8",
                Objects.requireNonNull(fhir).newJsonParser().encodeResourceToString(problem.outcome()),
                about(job),
                job.completion());
    }

    private static String about(JobRequest job) {
        Matcher path = OF_PATIENT.matcher(job.path());
        return path.matches() ? path.group(1) : "";
    }
}
