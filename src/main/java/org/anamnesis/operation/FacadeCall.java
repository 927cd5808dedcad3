package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anamnesis.audit.Actor;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.ResourceScope;
import org.anamnesis.smart.Scopes;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One authenticated call.
 *
 * @param ehr the EHR whose facade is called
 * @param caller who calls
 */
record FacadeCall(EhrId ehr, Caller caller) {

    /** The request attribute under which the filter leaves the call. */
    private static final String CALL = "org.anamnesis.call";

    /** Leaves the call for the operations, once its caller is known. */
    void keepIn(HttpServletRequest request) {
        request.setAttribute(CALL, this);
    }

    /** The call as the filter let it in. Path readers differ: what HAPI takes for the EHR must be the filter's. */
    static FacadeCall of(ServletRequestDetails details) {
        FacadeCall call =
                (FacadeCall) Objects.requireNonNull(details.getServletRequest().getAttribute(CALL));
        if (!call.ehr.value().equals(details.getTenantId())) {
            throw new Refusal(Problem.unknownEhr());
        }
        return call;
    }

    /** Client and user for the audit. */
    String actor() {
        return Actor.of(caller.clientId(), caller.subject(), caller.practitioner());
    }

    /** Refuses a caller whose token does not cover the scopes for this patient. */
    void require(ServletRequestDetails details, String patient, Scopes required) {
        refuse(
                details,
                Optional.of(patient),
                caller.missingFor(patient, required),
                "The token does not cover, for this patient: ");
    }

    /** Refuses a caller whose token is bound to a patient, or does not cover the {@code user/} scopes for whoever is there. */
    void requireMany(ServletRequestDetails details, Scopes required) {
        if (caller.patient().isPresent()) {
            throw new Refusal(new Problem(
                    403,
                    IssueType.FORBIDDEN,
                    "patient-bound",
                    "The token is bound to one patient; a ward needs one of a user or a system that is not."));
        }
        refuse(
                details,
                Optional.empty(),
                caller.missingForMany(required),
                "The token does not cover, for all patients: ");
    }

    /**
     * Refuses whoever has no {@code system/} scope that names the type itself. What reaches over all patients and tells about
     * persons is not had by a scope for everything: that was granted with charts in mind.
     */
    void requireSystem(ServletRequestDetails details, Scopes required) {
        Scopes named = caller.scopes()
                .only(scope -> scope.context() == ResourceScope.Context.SYSTEM
                        && !scope.type().equals("*")
                        && scope.query().isEmpty());
        refuse(details, Optional.empty(), named.missing(required), "The token does not name: ");
    }

    private void refuse(
            ServletRequestDetails details, Optional<String> patient, List<ResourceScope> missing, String words) {
        if (missing.isEmpty()) {
            KickOff.acceptIfMarked(details, this, patient);
            return;
        }
        String scopes = missing.stream().map(ResourceScope::toString).collect(Collectors.joining(" "));
        details.getServletResponse()
                .setHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\"");
        throw new Refusal(Problem.forbidden(words + scopes));
    }
}
