package org.anamnesis.review;

import java.util.Optional;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;

/** What came of a signature, for the audit trail: accepted, or the stable word for why not. */
final class SignRecords {

    private SignRecords() {}

    /** @param came empty where it broke off */
    static void ended(AuditTrail trail, AuditTrail.Begun begun, Optional<SignOutcome> came) {
        String draft = begun.event().detail() + ", ";
        if (came.isEmpty()) {
            trail.ended(begun, Outcome.FAILED, draft + "broken off");
            return;
        }
        String word = word(came.get());
        boolean accepted = came.get() instanceof SignOutcome.Signed || came.get() instanceof SignOutcome.AlreadyFiled;
        trail.ended(begun, accepted ? Outcome.DONE : Outcome.REFUSED, draft + word);
    }

    private static String word(SignOutcome outcome) {
        return switch (outcome) {
            case SignOutcome.Signed ignored -> "signed";
            case SignOutcome.AlreadyFiled ignored -> "already filed";
            case SignOutcome.UnknownDraft ignored -> "unknown-draft";
            case SignOutcome.OtherText ignored -> "other-text";
            case SignOutcome.SignedByAnother ignored -> "signed-by-another";
            case SignOutcome.Over ignored -> "draft-over";
            case SignOutcome.Recalled ignored -> "recalled";
            case SignOutcome.Unacknowledged ignored -> "contradicted-words";
        };
    }
}
