package org.anamnesis.balp;

import org.anamnesis.audit.AuditEvent.Kind;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.Coding;

/**
 * What an act is called in FHIR's, DICOM's and ISO's codes.
 *
 * @param type the class of act
 * @param subtype what exactly
 * @param action what it does to data
 */
record Coded(Coding type, Coding subtype, AuditEventAction action) {

    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final Coding REST =
            new Coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "RESTful Operation");

    /** The codes of a kind; {@code isSearch} tells a search from a read. */
    static Coded of(Kind kind, boolean isSearch) {
        return switch (kind) {
            case STARTED ->
                new Coded(
                        dicom("110100", "Application Activity"),
                        dicom("110120", "Application Start"),
                        AuditEventAction.E);
            case OPERATION, RECALLED -> rest("operation", AuditEventAction.E);
            case SIGNED, RECALL_MARKED -> rest("operation", AuditEventAction.U);
            case ACUITY_OVERRIDDEN -> rest("operation", AuditEventAction.C);
            case CHART_READ -> rest("search", AuditEventAction.E);
            case EHR_QUERY -> isSearch ? rest("search", AuditEventAction.E) : rest("read", AuditEventAction.R);
            case DRAFT_READ -> rest("read", AuditEventAction.R);
            case FILED -> rest("create", AuditEventAction.C);
            case MODEL_DISCLOSURE ->
                new Coded(
                        dicom("110106", "Export"),
                        new Coding(
                                "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle",
                                "disclose",
                                "Disclose Record Lifecycle Event"),
                        AuditEventAction.R);
            case SIGNED_IN -> signing("110122", "Login");
            case SIGNED_OUT -> signing("110123", "Logout");
            case TOKEN_OBTAINED -> signing("110126", "Node Authentication");
            case ACCESS_DENIED ->
                new Coded(
                        dicom("110113", "Security Alert"),
                        new Coding(
                                "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType",
                                "AuthZ-Role",
                                "Authorization Decision using only Roles"),
                        AuditEventAction.E);
            case AUDIT_READ, AUDIT_EXPORTED -> log(AuditEventAction.R);
            case AUDIT_PURGED -> log(AuditEventAction.D);
        };
    }

    private static Coded rest(String interaction, AuditEventAction action) {
        return new Coded(REST, new Coding("http://hl7.org/fhir/restful-interaction", interaction, interaction), action);
    }

    private static Coded signing(String code, String display) {
        return new Coded(dicom("110114", "User Authentication"), dicom(code, display), AuditEventAction.E);
    }

    private static Coded log(AuditEventAction action) {
        return new Coded(dicom("110101", "Audit Log Used"), dicom("110101", "Audit Log Used"), action);
    }

    static Coding dicom(String code, String display) {
        return new Coding(DICOM, code, display);
    }
}
