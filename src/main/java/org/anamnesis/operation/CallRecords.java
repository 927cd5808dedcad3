package org.anamnesis.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Outcome;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.smart.CallerCheck;
import org.jspecify.annotations.Nullable;

/** The calls of the facade in the audit trail: that one begins, how it ended, and who was not let in. */
@ApplicationScoped
public class CallRecords {

    /** Another patient's draft is denied as one that is not there. */
    private static final Set<Integer> DENIALS = Set.of(403, 404);

    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;
    private final RefusedTokens refusedTokens = new RefusedTokens();

    /** For the container's proxies only. */
    protected CallRecords() {
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public CallRecords(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A call that began. */
    record Begun(AuditTrail trail, AuditTrail.Begun begun, FacadePath path) {

        /** Records how it ended, by the status of its answer. */
        void ended(int status) {
            trail.ended(begun, outcome(status), begun.event().detail() + " " + status);
            if (DENIALS.contains(status)) {
                trail.record(new AuditEvent(
                        AuditEvent.Kind.ACCESS_DENIED,
                        begun.event().ehr(),
                        Optional.empty(),
                        begun.event().actor(),
                        path.nameable() + " " + status));
            }
        }
    }

    /** Records that a call begins; before its body is read. */
    Begun begin(HttpServletRequest request, FacadePath path, FacadeCall call) {
        AuditTrail trail = Objects.requireNonNull(audit);
        return new Begun(
                trail,
                trail.begin(new AuditEvent(
                        AuditEvent.Kind.OPERATION,
                        path.ehr().value(),
                        path.patient(),
                        call.actor(),
                        request.getMethod() + " " + path.nameable())),
                path);
    }

    /** Records that a token was no good; one row a second for all of an EHR. */
    void denied(FacadePath path, CallerCheck.Invalid invalid) {
        refusedTokens
                .count(path.ehr(), Objects.requireNonNull(clock).instant())
                .ifPresent(count -> Objects.requireNonNull(audit)
                        .record(new AuditEvent(
                                AuditEvent.Kind.ACCESS_DENIED,
                                path.ehr().value(),
                                Optional.empty(),
                                "unauthenticated",
                                "token " + invalid.why().name() + ", " + count + " refused")));
    }

    private static Outcome outcome(int status) {
        if (status < 400) {
            return Outcome.DONE;
        }
        return status < 500 ? Outcome.REFUSED : Outcome.FAILED;
    }
}
