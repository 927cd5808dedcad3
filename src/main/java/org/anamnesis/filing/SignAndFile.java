package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.background.BackgroundQueue;
import org.anamnesis.review.SignOutcome;
import org.anamnesis.review.SignRequest;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.review.Signing;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** The use case "sign and file": first the signature is kept, then the document goes out, now or in the background. */
@ApplicationScoped
public class SignAndFile {

    private final @Nullable Signing signing;
    private final @Nullable Filing filing;
    private final @Nullable FilingTargets targets;
    private final @Nullable FilingLedger ledger;
    private final @Nullable BackgroundQueue queue;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected SignAndFile() {
        this.signing = null;
        this.filing = null;
        this.targets = null;
        this.ledger = null;
        this.queue = null;
        this.clock = null;
    }

    @Inject
    public SignAndFile(
            Signing signing,
            Filing filing,
            FilingTargets targets,
            FilingLedger ledger,
            BackgroundQueue queue,
            Clock clock) {
        this.signing = signing;
        this.filing = filing;
        this.targets = targets;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is in the EHR.
         *
         * @param now false where it had been before
         * @param caveat what the EHR did not keep besides the text, in words for the clinician
         */
        record Filed(StoredDraft draft, String location, boolean now, Optional<String> caveat) implements Outcome {}

        /**
         * It is signed and not in the EHR yet; the background goes on.
         *
         * @param nextTry when it is tried next
         */
        record Pending(StoredDraft draft, String reason, Optional<Instant> nextTry) implements Outcome {}

        /**
         * It is signed, and the EHR does not take it.
         *
         * @param words why, in the EHR's own
         */
        record RefusedByEhr(String reason, Optional<String> words) implements Outcome {}

        /** There is no such draft. */
        record UnknownDraft() implements Outcome {}

        /** The text that was seen is not the draft's. */
        record OtherText() implements Outcome {}

        /** Somebody else has signed it. */
        record SignedByAnother() implements Outcome {}

        /** It was rejected, has expired, was replaced or was taken back. */
        record Over(DraftState state) implements Outcome {}

        /** Something that it came from turned out to be wrong. */
        record Recalled() implements Outcome {}

        /** Words of a reviewer that the chart contradicts stand in it, and nobody has acknowledged that. */
        record Unacknowledged(int statements) implements Outcome {}
    }

    /** Signs and files; safe to repeat. */
    public Outcome signAndFile(SignRequest request) {
        return switch (Objects.requireNonNull(signing).sign(request)) {
            case SignOutcome.Signed signed -> file(signed.draft(), request.actor());
            case SignOutcome.AlreadyFiled already ->
                new Outcome.Filed(already.draft(), already.filed().location(), false, caveat(already.draft()));
            case SignOutcome.UnknownDraft ignored -> new Outcome.UnknownDraft();
            case SignOutcome.OtherText ignored -> new Outcome.OtherText();
            case SignOutcome.SignedByAnother ignored -> new Outcome.SignedByAnother();
            case SignOutcome.Over over -> new Outcome.Over(over.state());
            case SignOutcome.Recalled ignored -> new Outcome.Recalled();
            case SignOutcome.Unacknowledged open -> new Outcome.Unacknowledged(open.statements());
        };
    }

    private Outcome file(SignedDraft signed, String actor) {
        StoredDraft draft = signed.draft();
        revive(draft);
        FilingOutcome outcome = Objects.requireNonNull(targets)
                .use(draft.ehr(), target -> Objects.requireNonNull(filing).file(signed, target, actor));
        return switch (outcome) {
            case FilingOutcome.Filed filed -> new Outcome.Filed(draft, filed.location(), filed.now(), caveat(draft));
            case FilingOutcome.Refused refused ->
                refused.reason().equals(FilingOutcome.Refused.RECALLED)
                        ? new Outcome.Recalled()
                        : new Outcome.RefusedByEhr(refused.reason(), refused.words());
            case FilingOutcome.Pending pending -> new Outcome.Pending(draft, pending.reason(), nextTry(draft));
        };
    }

    /** A filing that had ended is tried again: a person asks for it, and may have mended what was wrong. */
    private void revive(StoredDraft draft) {
        FilingLedger kept = Objects.requireNonNull(ledger);
        boolean ended = kept.find(draft.id())
                .filter(record -> record.standing() == FilingRecord.Standing.REFUSED
                        || record.standing() == FilingRecord.Standing.NEEDS_PERSON)
                .isPresent();
        if (ended) {
            Instant now = Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
            kept.again(draft.id(), now, now);
            Objects.requireNonNull(queue)
                    .enqueue(
                            Drafts.FILING,
                            Drafts.filingId(draft.ehr(), draft.id()),
                            now.plus(Signing.BACKGROUND_AFTER));
        }
    }

    private Optional<String> caveat(StoredDraft draft) {
        return Objects.requireNonNull(ledger).find(draft.id()).flatMap(record -> NotKept.words(record.notKept()));
    }

    private Optional<Instant> nextTry(StoredDraft draft) {
        return Objects.requireNonNull(ledger).find(draft.id()).flatMap(FilingRecord::nextTry);
    }
}
