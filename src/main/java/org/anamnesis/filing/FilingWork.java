package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.background.BackgroundWork;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.review.Signing;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.FilingRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files signed drafts in the background, until the EHR has them, refuses them, or a person has to look. */
@ApplicationScoped
public class FilingWork implements BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(FilingWork.class);

    /** Where another node or the signer's own request is at it. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final @Nullable Signing signing;
    private final @Nullable Filing filing;
    private final @Nullable FilingTargets targets;
    private final @Nullable FilingLedger ledger;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected FilingWork() {
        this.signing = null;
        this.filing = null;
        this.targets = null;
        this.ledger = null;
        this.clock = null;
    }

    @Inject
    public FilingWork(Signing signing, Filing filing, FilingTargets targets, FilingLedger ledger, Clock clock) {
        this.signing = signing;
        this.filing = filing;
        this.targets = targets;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Drafts.FILING;
    }

    @Override
    public Next run(String id) {
        int slash = id.lastIndexOf('/');
        String ehr = id.substring(0, slash);
        UUID draft = UUID.fromString(id.substring(slash + 1));
        Optional<SignedDraft> signed = Objects.requireNonNull(signing).signed(ehr, draft);
        Optional<FilingRecord> before = find(draft);
        boolean waits = before.filter(record -> record.standing() == FilingRecord.Standing.QUEUED)
                .isPresent();
        if (signed.isEmpty() || !waits) {
            return new Next.Done();
        }
        Instant due = before.flatMap(FilingRecord::nextTry).orElse(Instant.EPOCH);
        if (due.isAfter(now())) {
            // The signer's own request has tried meanwhile.
            return new Next.Again(due);
        }
        String actor = "anamnesis-filing " + signed.get().signature().signer();
        FilingOutcome outcome = Objects.requireNonNull(targets)
                .use(ehr, target -> Objects.requireNonNull(filing).file(signed.get(), target, actor));
        return next(draft, outcome);
    }

    private Next next(UUID draft, FilingOutcome outcome) {
        return switch (outcome) {
            case FilingOutcome.Filed ignored -> new Next.Done();
            case FilingOutcome.Refused refused -> {
                LOG.warn("Draft {} will not be filed: {}", draft, refused.reason());
                yield new Next.Done();
            }
            case FilingOutcome.Pending pending -> {
                Optional<FilingRecord> after = find(draft);
                if (after.filter(record -> record.standing() == FilingRecord.Standing.QUEUED)
                        .isEmpty()) {
                    LOG.warn("Draft {} was not filed in time: {}. A person has to look.", draft, pending.reason());
                    yield new Next.Done();
                }
                Instant soon = now().plus(LOOK_AGAIN);
                Instant due = after.flatMap(FilingRecord::nextTry).orElse(soon);
                yield new Next.Again(due.isAfter(soon) ? due : soon);
            }
        };
    }

    private Optional<FilingRecord> find(UUID draft) {
        return Objects.requireNonNull(ledger).find(draft);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant();
    }
}
