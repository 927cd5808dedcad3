package org.anamnesis.audit;

/** An act cannot be recorded, so it does not happen; the caller is told to try again later. */
public final class AuditUnavailable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** The stable code for callers. */
    public static final String CODE = "audit-unavailable";

    AuditUnavailable(Throwable cause) {
        super("the audit trail cannot be written", cause);
    }
}
