package org.anamnesis.sandbox.access;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The answers of RFC 6750 section 3, with an OperationOutcome. They never say why a token was not believed. */
final class Refusal {

    static final String HEADER = "WWW-Authenticate";

    private static final String BEARER = "Bearer realm=\"sandbox\"";

    private Refusal() {}

    static BaseServerResponseException noToken() {
        return refused(new AuthenticationException("a bearer token is needed"), IssueType.LOGIN, BEARER);
    }

    static BaseServerResponseException badToken() {
        return refused(
                new AuthenticationException("the bearer token is not valid here"),
                IssueType.LOGIN,
                BEARER + ", error=\"invalid_token\"");
    }

    /** The scopes of the token do not cover the act; a scope that would is named. */
    static BaseServerResponseException scopeMissing(String scope) {
        return refused(
                new ForbiddenOperationException("the token's scopes do not permit this; needed: " + scope),
                IssueType.FORBIDDEN,
                insufficientScope() + ", scope=\"" + scope + "\"");
    }

    /** Nothing any scope permits. */
    static BaseServerResponseException neverPermitted() {
        return refused(
                new ForbiddenOperationException("no scope permits this here"),
                IssueType.FORBIDDEN,
                insufficientScope());
    }

    static String insufficientScope() {
        return BEARER + ", error=\"insufficient_scope\"";
    }

    private static <E extends BaseServerResponseException> E refused(E refusal, IssueType type, String challenge) {
        var outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(refusal.getMessage());
        refusal.setOperationOutcome(outcome);
        refusal.addResponseHeader(HEADER, challenge);
        return refusal;
    }
}
