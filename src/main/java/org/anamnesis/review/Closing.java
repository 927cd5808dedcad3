package org.anamnesis.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.anamnesis.store.DraftReviews;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.IllegalMove;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** The use cases "reject" and "correct": a draft that nobody wants, and a draft to take the place of what was filed. */
@ApplicationScoped
public class Closing {

    private final @Nullable Drafts drafts;
    private final @Nullable DraftReviews reviews;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Closing() {
        this.drafts = null;
        this.reviews = null;
        this.clock = null;
    }

    @Inject
    public Closing(Drafts drafts, DraftReviews reviews, Clock clock) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Whose draft, and who asks.
     *
     * @param patient the one patient the caller may act for
     * @param reviewer the Practitioner or PractitionerRole reference
     */
    public record Whose(String ehr, UUID draft, String patient, String reviewer) {}

    /** Ends a draft that its reviewer does not want, signed or not, as long as the EHR surely has nothing of it. */
    public CloseOutcome reject(Whose whose, String reason) {
        return Reviewing.REASONS.contains(reason)
                ? move(
                        whose,
                        () -> reviews()
                                .reject(
                                        whose.ehr(),
                                        whose.draft(),
                                        new StoredDraft.End(reason, whose.reviewer(), now())))
                : new CloseOutcome.ReasonMissing();
    }

    /**
     * Begins a draft to take the place of a filed one, with its text and edits. It is reviewed and signed like any other; when it is
     * filed, the old one is superseded.
     */
    public CloseOutcome replace(Whose whose) {
        return move(whose, () -> reviews().replacement(whose.ehr(), whose.draft(), UUID.randomUUID(), now()));
    }

    private CloseOutcome move(Whose whose, Supplier<Optional<StoredDraft>> move) {
        boolean known = Objects.requireNonNull(drafts)
                .find(whose.ehr(), whose.draft())
                .filter(draft -> draft.patient().equals(whose.patient()))
                .isPresent();
        if (!known) {
            return new CloseOutcome.UnknownDraft();
        }
        try {
            return move.get().<CloseOutcome>map(CloseOutcome.Done::new).orElseGet(CloseOutcome.UnknownDraft::new);
        } catch (IllegalMove tooLate) {
            return new CloseOutcome.Over(tooLate.from());
        }
    }

    private DraftReviews reviews() {
        return Objects.requireNonNull(reviews);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
