package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.review.Closing;
import org.anamnesis.store.DraftReviews;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.IllegalMove;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/**
 * The use case "take back": what was filed is marked {@code entered-in-error} in the EHR, against the version that was read, and then
 * here. It is done while the clinician waits; where the EHR does not take it, nothing has changed and it can be asked for again.
 */
@ApplicationScoped
public class Retraction {

    private final @Nullable Drafts drafts;
    private final @Nullable DraftReviews reviews;
    private final @Nullable FilingTargets targets;
    private final @Nullable EhrWriter writer;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Retraction() {
        this.drafts = null;
        this.reviews = null;
        this.targets = null;
        this.writer = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Retraction(
            Drafts drafts,
            DraftReviews reviews,
            FilingTargets targets,
            EhrWriter writer,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.targets = targets;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The EHR shows it as entered in error. */
        record Retracted(StoredDraft draft) implements Outcome {}

        /** There is no such draft for this EHR and patient. */
        record UnknownDraft() implements Outcome {}

        /** It is not in the EHR, or was taken back before. */
        record Over(DraftState state) implements Outcome {}

        /**
         * The EHR does not do it.
         *
         * @param code a stable word
         * @param words why, for the clinician, the EHR's own where it said some
         */
        record NotDone(String code, String words) implements Outcome {}
    }

    /**
     * Takes a filed document back.
     *
     * @param whose the draft, and who asks
     * @param actor client and user for the audit
     * @param reason a stable word
     */
    public Outcome retract(Closing.Whose whose, String actor, String reason) {
        Optional<StoredDraft> found = Objects.requireNonNull(drafts)
                .find(whose.ehr(), whose.draft())
                .filter(draft -> draft.patient().equals(whose.patient()));
        if (found.isEmpty()) {
            return new Outcome.UnknownDraft();
        }
        StoredDraft draft = found.get();
        if (!draft.state().next().contains(DraftState.ENTERED_IN_ERROR)
                || draft.filed().isEmpty()) {
            return new Outcome.Over(draft.state());
        }
        String location = draft.filed().get().location();
        AuditTrail trail = Objects.requireNonNull(audit);
        AuditTrail.Begun recorded = trail.begin(new AuditEvent(
                AuditEvent.Kind.FILED,
                draft.ehr(),
                Optional.of(draft.patient()),
                actor,
                "taking back draft " + draft.id() + " at " + location + ": " + reason));
        FilingOutcome outcome = Objects.requireNonNull(targets)
                .use(draft.ehr(), target -> Objects.requireNonNull(writer).retract(draft, location, target));
        FilingRecords.ended(trail, recorded, outcome);
        return switch (outcome) {
            case FilingOutcome.Filed ignored -> done(draft, new StoredDraft.End(reason, whose.reviewer(), now()));
            case FilingOutcome.Pending pending ->
                new Outcome.NotDone(pending.reason(), FilingStatus.words(pending.reason(), pending.words()));
            case FilingOutcome.Refused refused ->
                new Outcome.NotDone(refused.reason(), FilingStatus.words(refused.reason(), refused.words()));
        };
    }

    private Outcome done(StoredDraft draft, StoredDraft.End end) {
        try {
            return Objects.requireNonNull(reviews)
                    .enteredInError(draft.ehr(), draft.id(), end)
                    .<Outcome>map(Outcome.Retracted::new)
                    .orElseGet(Outcome.UnknownDraft::new);
        } catch (IllegalMove already) {
            return new Outcome.Over(already.from());
        }
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
