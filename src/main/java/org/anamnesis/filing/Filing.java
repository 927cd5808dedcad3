package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Files one signed draft, under a lease that keeps two threads or nodes from filing it at the same time. */
@ApplicationScoped
public class Filing {

    /** What a try may take besides its requests; after it one that died no longer stands in the way. */
    private static final Duration BESIDES = Duration.ofMinutes(2);

    private final @Nullable Drafts drafts;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;
    private final @Nullable EhrWriter writer;

    /** For the container's proxies only. */
    protected Filing() {
        this.drafts = null;
        this.audit = null;
        this.clock = null;
        this.writer = null;
    }

    @Inject
    public Filing(Drafts drafts, AuditTrail audit, Clock clock, EhrWriter writer) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
        this.writer = writer;
    }

    /** Files the draft, or finishes what an earlier try began. */
    public FilingOutcome file(SignedDraft signed, FilingTarget target, String actor) {
        StoredDraft draft = signed.draft();
        Drafts kept = Objects.requireNonNull(drafts);
        Clock now = Objects.requireNonNull(clock);
        Instant begun = now.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant until = begun.plus(EhrRecord.longest(target)).plus(BESIDES);
        if (!kept.lease(draft.id(), begun, until)) {
            return kept.find(draft.ehr(), draft.id())
                    .flatMap(StoredDraft::filed)
                    .<FilingOutcome>map(filed -> new FilingOutcome.Filed(filed.location(), false))
                    .orElseGet(() -> new FilingOutcome.Pending("in-progress"));
        }
        boolean done = false;
        try {
            Objects.requireNonNull(audit)
                    .record(new AuditEvent(
                            AuditEvent.Kind.FILED,
                            draft.ehr(),
                            Optional.of(draft.patient()),
                            actor,
                            "filing draft " + draft.id() + " signed by "
                                    + signed.signature().signer()));
            FilingOutcome outcome = Objects.requireNonNull(writer).write(signed, target);
            if (outcome instanceof FilingOutcome.Filed filed) {
                kept.filed(
                        draft.id(),
                        new StoredDraft.Filed(filed.location(), now.instant().truncatedTo(ChronoUnit.MILLIS)));
                done = true;
            }
            return outcome;
        } finally {
            if (!done) {
                kept.release(draft.id(), until);
            }
        }
    }
}
