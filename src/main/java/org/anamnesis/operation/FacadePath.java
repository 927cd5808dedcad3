package org.anamnesis.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.ehr.EhrId;

/**
 * Where a request to the facade goes.
 *
 * @param ehr the EHR named in the path
 * @param rest what follows it, with its slash; empty for the base itself
 */
record FacadePath(EhrId ehr, String rest) {

    private static final Pattern FORM = Pattern.compile("/([^/]+)(/.*)?");
    private static final Pattern RESOURCE =
            Pattern.compile("/(?:Patient|Encounter|DocumentReference|Binary|Bundle|Group|Location)/[A-Za-z0-9.-]{1,64}"
                    + "(?:/\\$[a-z-]{1,20})?|/AuditEvent(?:/[0-9]{1,19})?|/\\$[a-z-]{1,20}");
    private static final Pattern PATIENT = Pattern.compile("/Patient/([A-Za-z0-9.-]{1,64})(?:/.*)?");
    private static final Pattern JOB = Pattern.compile("/_async/([A-Za-z0-9_-]{1,64})(/result)?");
    private static final Pattern DEFINITION = Pattern.compile("/OperationDefinition/[A-Za-z0-9.-]{1,64}");

    static Optional<FacadePath> of(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo())
                .orElseGet(() -> request.getRequestURI().substring((request.getContextPath() + "/fhir").length()));
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        String rest = Optional.ofNullable(form.group(2)).orElse("");
        return EhrId.parse(form.group(1)).map(ehr -> new FacadePath(ehr, rest));
    }

    /** The path for the audit where it is one of a resource of ours; others could hold anything. */
    String nameable() {
        if (job().isPresent()) {
            return "a request answered later";
        }
        return RESOURCE.matcher(rest).matches() ? rest : "another path";
    }

    /** The patient whom the path names; whether the caller may have it is another matter. */
    Optional<String> patient() {
        Matcher form = PATIENT.matcher(rest);
        return form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }

    /** Whether it asks how to be let in (SMART App Launch 2.2, conformance). */
    boolean isDiscovery(String method) {
        return method.equals("GET") && rest.equals("/.well-known/smart-configuration");
    }

    /** The name of a request that is answered later, where the path is that of its state or its result. */
    Optional<StatusRequests.Asked> job() {
        Matcher job = JOB.matcher(rest);
        return job.matches()
                ? Optional.of(new StatusRequests.Asked(job.group(1), job.group(2) != null))
                : Optional.empty();
    }

    /** Whether it asks for a file, which has a content type of its own. */
    boolean isFile() {
        return rest.startsWith("/Binary/");
    }

    /** Whether it is one of the few things that anybody may read: they say what this server can do, nothing else. */
    boolean isPublic(String method) {
        return method.equals("GET")
                && (rest.equals("/metadata")
                        || rest.equals("/OperationDefinition")
                        || DEFINITION.matcher(rest).matches());
    }
}
