package org.anamnesis.operation;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.smart.Caller;
import org.anamnesis.smart.ResourceScope;
import org.anamnesis.smart.Scopes;

/**
 * One authenticated call.
 *
 * @param ehr the EHR whose facade is called
 * @param caller who calls
 */
record FacadeCall(EhrId ehr, Caller caller) {

    /** The request attribute under which the filter leaves the caller. */
    static final String CALLER = "org.anamnesis.caller";

    static FacadeCall of(ServletRequestDetails details) {
        Object caller = details.getServletRequest().getAttribute(CALLER);
        return new FacadeCall(
                new EhrId(Objects.requireNonNull(details.getTenantId())), (Caller) Objects.requireNonNull(caller));
    }

    /** Client and user for the audit. */
    String actor() {
        return caller.clientId() + " " + caller.subject()
                + caller.practitioner().map(who -> " " + who).orElse("");
    }

    /** Refuses a caller whose token does not cover the scopes for this patient. */
    void require(ServletRequestDetails details, String patient, Scopes required) {
        List<ResourceScope> missing = caller.missingFor(patient, required);
        if (missing.isEmpty()) {
            return;
        }
        String scopes = missing.stream().map(ResourceScope::toString).collect(Collectors.joining(" "));
        details.getServletResponse()
                .setHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\"");
        throw new Refusal(Problem.forbidden("The token does not cover, for this patient: " + scopes));
    }
}
