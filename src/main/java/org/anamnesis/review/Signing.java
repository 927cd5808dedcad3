package org.anamnesis.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.NewSignature;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Signs drafts. */
@ApplicationScoped
public class Signing {

    /** The signer's own request files at once; after this the background looks whether it has. */
    public static final Duration BACKGROUND_AFTER = Duration.ofSeconds(20);

    private static final String SHA_256 = "[0-9a-f]{64}";

    private final @Nullable Drafts drafts;
    private final @Nullable AuditTrail audit;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected Signing() {
        this.drafts = null;
        this.audit = null;
        this.clock = null;
    }

    @Inject
    public Signing(Drafts drafts, AuditTrail audit, Clock clock) {
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a clinician's signature on a draft, if the text is the one that was seen. Signing twice is signing once. From then on
     * it is filed, by the request or in the background.
     */
    public SignOutcome sign(SignRequest request) {
        Drafts kept = kept();
        String seen = request.textHash().toLowerCase(Locale.ROOT);
        Optional<StoredDraft> found = kept.find(request.ehr(), request.draft())
                .filter(draft ->
                        request.patient().isEmpty() || request.patient().get().equals(draft.patient()));
        if (found.isEmpty()) {
            return new SignOutcome.UnknownDraft();
        }
        AuditTrail trail = Objects.requireNonNull(audit);
        AuditTrail.Begun begun = trail.begin(new AuditEvent(
                AuditEvent.Kind.SIGNED,
                request.ehr(),
                Optional.of(found.get().patient()),
                request.actor(),
                "draft " + request.draft() + " text " + (seen.matches(SHA_256) ? seen : "of another form")));
        SignOutcome outcome = null;
        try {
            outcome = signed(request, found.get(), seen);
            return outcome;
        } finally {
            SignRecords.ended(trail, begun, Optional.ofNullable(outcome));
        }
    }

    private SignOutcome signed(SignRequest request, StoredDraft found, String seen) {
        if (!isSame(found.textHash(), seen)) {
            return new SignOutcome.OtherText();
        }
        Optional<StoredDraft> draft = Optional.of(found);
        if (found.state().isOpen()) {
            int unacknowledged = ReviewedDraft.of(found).unacknowledged();
            if (unacknowledged > 0) {
                return new SignOutcome.Unacknowledged(unacknowledged);
            }
            Instant now = Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
            draft = kept().sign(
                            request.ehr(),
                            request.draft(),
                            new NewSignature(
                                    request.signer(), now, seen, request.encounter(), now.plus(BACKGROUND_AFTER)));
        }
        return draft.map(one -> outcome(one, request.signer())).orElseGet(SignOutcome.UnknownDraft::new);
    }

    /**
     * A draft that was signed before, to be filed now.
     *
     * @return empty where it is not signed, or is filed, or is over
     * @throws BrokenSignature where the signature is not the one that was made
     */
    public Optional<SignedDraft> signed(String ehr, UUID id) {
        return kept().find(ehr, id)
                .filter(draft -> draft.state() == DraftState.SIGNED)
                .map(this::bound);
    }

    private SignOutcome outcome(StoredDraft draft, Signer signer) {
        return switch (draft.state()) {
            case DRAFTED, EDITED ->
                draft.review().recalled() ? new SignOutcome.Recalled() : new SignOutcome.OtherText();
            case REJECTED, EXPIRED, SUPERSEDED, ENTERED_IN_ERROR -> new SignOutcome.Over(draft.state());
            case SIGNED ->
                isOf(draft, signer) ? new SignOutcome.Signed(bound(draft)) : new SignOutcome.SignedByAnother();
            case FILED ->
                isOf(draft, signer)
                        ? new SignOutcome.AlreadyFiled(draft, draft.filed().orElseThrow())
                        : new SignOutcome.SignedByAnother();
        };
    }

    private SignedDraft bound(StoredDraft draft) {
        if (!kept().isBound(draft.ehr(), draft.id())) {
            throw new BrokenSignature();
        }
        return new SignedDraft(draft, draft.signature().orElseThrow());
    }

    private static boolean isOf(StoredDraft draft, Signer signer) {
        return draft.signature().filter(by -> by.isBy(signer)).isPresent();
    }

    private Drafts kept() {
        return Objects.requireNonNull(drafts);
    }

    private static boolean isSame(String hash, String claimed) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), claimed.getBytes(StandardCharsets.UTF_8));
    }
}
