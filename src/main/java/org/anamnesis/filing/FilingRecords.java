package org.anamnesis.filing;

import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;

/** What came of a filing, for the audit trail: where it is now, or the stable word for why it is not. */
final class FilingRecords {

    private FilingRecords() {}

    static void ended(AuditTrail trail, AuditTrail.Begun begun, FilingOutcome outcome) {
        switch (outcome) {
            case FilingOutcome.Filed filed -> trail.ended(begun, Outcome.DONE, filed.location());
            case FilingOutcome.Pending pending -> trail.ended(begun, Outcome.FAILED, pending.reason());
            case FilingOutcome.Refused refused -> trail.ended(begun, Outcome.REFUSED, refused.reason());
        }
    }
}
