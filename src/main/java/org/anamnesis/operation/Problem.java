package org.anamnesis.operation;

import java.util.Optional;
import org.anamnesis.audit.AuditUnavailable;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Why a request is refused.
 *
 * @param status the HTTP status
 * @param type FHIR's issue type
 * @param code our stable code
 * @param message what the caller can do about it; never anything of a patient
 * @param expression the element or parameter it is about
 */
record Problem(int status, IssueType type, String code, String message, Optional<String> expression) {

    /** The system of our codes. */
    static final String SYSTEM = "https://anamnesis.org/fhir/problems";

    Problem(int status, IssueType type, String code, String message) {
        this(status, type, code, message, Optional.empty());
    }

    static Problem unauthenticated() {
        return new Problem(401, IssueType.LOGIN, "token-required", "A valid bearer token for this server is required.");
    }

    static Problem forbidden(String message) {
        return new Problem(403, IssueType.FORBIDDEN, "insufficient-scope", message);
    }

    static Problem unknownEhr() {
        return new Problem(404, IssueType.NOTFOUND, "unknown-ehr", "There is no EHR of this name here.");
    }

    static Problem unknownPatient() {
        return new Problem(404, IssueType.NOTFOUND, "unknown-patient", "The EHR has no patient with this id.");
    }

    static Problem unknownDraft() {
        return new Problem(404, IssueType.NOTFOUND, "unknown-draft", "There is no draft with this id for this EHR.");
    }

    static Problem unknownEncounter() {
        return new Problem(404, IssueType.NOTFOUND, "unknown-encounter", "There is no encounter with this id here.");
    }

    static Problem unknownWard() {
        return new Problem(404, IssueType.NOTFOUND, "unknown-ward", "The EHR has no Group or Location with this id.");
    }

    static Problem unknownJob() {
        return new Problem(
                404,
                IssueType.NOTFOUND,
                "unknown-request",
                "There is no request of yours at this address: it was given up, or its time is over.");
    }

    static Problem otherPatient() {
        return new Problem(
                403,
                IssueType.FORBIDDEN,
                "other-patient",
                "The context is not that of this patient: it must hold one Patient, with the id of the address or the token.");
    }

    static Problem notOnePatient() {
        return new Problem(
                422,
                IssueType.BUSINESSRULE,
                "not-one-patient",
                "The context must hold exactly one Patient, and one that can be read.");
    }

    static Problem unknownElement() {
        return new Problem(
                422, IssueType.STRUCTURE, "unknown-element", "The body holds an element that FHIR R4 does not know.");
    }

    static Problem parameter(String code, String name, String message) {
        return new Problem(
                400, IssueType.INVALID, code, message, Optional.of("Parameters.parameter.where(name='" + name + "')"));
    }

    static Problem modelBudget() {
        return new Problem(
                429,
                IssueType.THROTTLED,
                "model-budget",
                "This hour's budget for language models is used up. With the parameter model = rules the summary is composed by"
                        + " rules at once.");
    }

    static Problem languageNotChecked() {
        return new Problem(
                422,
                IssueType.NOTSUPPORTED,
                "language-not-checked",
                "Statements can be checked against a chart in English only, and none is given unchecked.",
                Optional.of("Parameters.parameter.where(name='language')"));
    }

    static Problem auditUnavailable() {
        return unavailable(
                AuditUnavailable.CODE, "The request cannot be recorded now, so nothing was done. Try again later.");
    }

    static Problem unavailable(String code, String message) {
        return new Problem(503, IssueType.TRANSIENT, code, message);
    }

    OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDetails(new CodeableConcept(new Coding(SYSTEM, code, null)).setText(message));
        expression.ifPresent(issue::addExpression);
        return outcome;
    }
}
