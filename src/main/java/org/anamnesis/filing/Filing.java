package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.FilingRecord.Standing;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/**
 * Files one signed draft, under a lease that keeps two threads or nodes from filing it at the same time, and writes into the ledger
 * what came of it.
 */
@ApplicationScoped
public class Filing {

    private final @Nullable Drafts drafts;
    private final @Nullable FilingLedger ledger;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;
    private final @Nullable EhrWriter writer;
    private final @Nullable FilingSettings settings;
    private final @Nullable Backoff backoff;

    /** For the container's proxies only. */
    protected Filing() {
        this.drafts = null;
        this.ledger = null;
        this.audit = null;
        this.clock = null;
        this.writer = null;
        this.settings = null;
        this.backoff = null;
    }

    @Inject
    public Filing(
            Drafts drafts,
            FilingLedger ledger,
            AuditTrail audit,
            Clock clock,
            EhrWriter writer,
            FilingSettings settings) {
        this.drafts = drafts;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.writer = writer;
        this.settings = settings;
        this.backoff = new Backoff(settings, new SecureRandom());
    }

    /** Files the draft, or finishes what an earlier try began. */
    public FilingOutcome file(SignedDraft signed, FilingTarget target, String actor) {
        StoredDraft draft = signed.draft();
        Drafts kept = Objects.requireNonNull(drafts);
        Instant begun = now();
        Instant until = begun.plus(EhrRecord.longest(target))
                .plus(Objects.requireNonNull(settings).grace());
        if (!kept.lease(draft.id(), begun, until)) {
            return kept.find(draft.ehr(), draft.id())
                    .flatMap(StoredDraft::filed)
                    .<FilingOutcome>map(filed -> new FilingOutcome.Filed(filed.location(), false))
                    .orElseGet(() -> new FilingOutcome.Pending("in-progress"));
        }
        boolean done = false;
        try {
            AuditTrail trail = Objects.requireNonNull(audit);
            AuditTrail.Begun recorded = trail.begin(new AuditEvent(
                    AuditEvent.Kind.FILED,
                    draft.ehr(),
                    Optional.of(draft.patient()),
                    actor,
                    "filing draft " + draft.id() + " signed by "
                            + signed.signature().signer()));
            LedgerPage page = new LedgerPage(Objects.requireNonNull(ledger), draft, Objects.requireNonNull(clock));
            boolean recalled = isRecalled(draft);
            FilingOutcome outcome = recalled && !page.record().mayBeThere()
                    ? new FilingOutcome.Refused(FilingOutcome.Refused.RECALLED)
                    : write(signed, target, page, recalled);
            done = keep(draft, outcome, page);
            FilingRecords.ended(trail, recorded, outcome);
            return outcome;
        } finally {
            if (!done) {
                kept.release(draft.id(), until);
            }
        }
    }

    private FilingOutcome write(SignedDraft signed, FilingTarget target, LedgerPage page, boolean recalled) {
        return Objects.requireNonNull(writer)
                .write(
                        new EhrWriter.Job(
                                signed,
                                target,
                                replaced(Objects.requireNonNull(drafts), signed.draft()),
                                Objects.requireNonNull(settings).settle(),
                                recalled),
                        page);
    }

    /** As it is now: it may have been recalled since it was signed and queued. */
    private boolean isRecalled(StoredDraft draft) {
        return Objects.requireNonNull(drafts)
                .find(draft.ehr(), draft.id())
                .filter(now -> now.review().recalled())
                .isPresent();
    }

    /** Whether the draft is filed, so that there is no lease to give back. */
    private boolean keep(StoredDraft draft, FilingOutcome outcome, LedgerPage page) {
        FilingLedger kept = Objects.requireNonNull(ledger);
        FilingRecord record = page.record();
        switch (outcome) {
            case FilingOutcome.Filed filed ->
                Objects.requireNonNull(drafts).filed(draft.id(), new StoredDraft.Filed(filed.location(), now()));
            case FilingOutcome.Refused refused ->
                kept.ended(draft.id(), Standing.REFUSED, refused.reason(), refused.words());
            case FilingOutcome.Pending pending -> {
                Instant now = now();
                boolean tooLong = record.queuedAt()
                        .plus(Objects.requireNonNull(settings).giveUpAfter())
                        .isBefore(now);
                if (tooLong) {
                    kept.ended(draft.id(), Standing.NEEDS_PERSON, pending.reason(), pending.words());
                } else {
                    Instant next = Objects.requireNonNull(backoff).next(now, record.tries() + 1, pending.pause());
                    kept.waiting(draft.id(), pending.reason(), pending.words(), next);
                }
            }
        }
        return outcome instanceof FilingOutcome.Filed;
    }

    /** The document in the EHR that a draft takes the place of. */
    static Optional<String> replaced(Drafts drafts, StoredDraft draft) {
        return draft.review()
                .replaces()
                .flatMap(before -> drafts.find(draft.ehr(), before))
                .flatMap(StoredDraft::filed)
                .map(StoredDraft.Filed::location);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
