package org.anamnesis.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Signs drafts. */
@ApplicationScoped
public class Signing {

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

    /** Puts a clinician's signature on a draft, if the text is the one that was seen. Signing twice is signing once. */
    public SignOutcome sign(SignRequest request) {
        Drafts kept = Objects.requireNonNull(drafts);
        Optional<StoredDraft> found = kept.find(request.ehr(), request.draft())
                .filter(draft ->
                        request.patient().isEmpty() || request.patient().get().equals(draft.patient()));
        if (found.isEmpty()) {
            return new SignOutcome.UnknownDraft();
        }
        if (!isSame(found.get().textHash(), request.textHash())) {
            return new SignOutcome.OtherText();
        }
        if (found.get().signature().isEmpty()) {
            Objects.requireNonNull(audit)
                    .record(new AuditEvent(
                            AuditEvent.Kind.SIGNED,
                            request.ehr(),
                            Optional.of(found.get().patient()),
                            request.actor(),
                            "draft " + request.draft() + " text " + request.textHash()));
            found = kept.sign(
                    request.ehr(),
                    request.draft(),
                    new StoredDraft.Signature(
                            request.signer(),
                            Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS)));
        }
        return found.map(draft -> outcome(draft, request.signer())).orElseGet(SignOutcome.UnknownDraft::new);
    }

    private static SignOutcome outcome(StoredDraft draft, String signer) {
        if (draft.signature().isEmpty()) {
            throw new IllegalStateException("a draft that was just signed has a signature");
        }
        if (!draft.signature().get().signer().equals(signer)) {
            return new SignOutcome.SignedByAnother();
        }
        return draft.filed()
                .<SignOutcome>map(filed -> new SignOutcome.AlreadyFiled(draft, filed))
                .orElseGet(() -> new SignOutcome.Signed(
                        new SignedDraft(draft, draft.signature().get())));
    }

    private static boolean isSame(String hash, String claimed) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII),
                claimed.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
