package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.review.SignOutcome;
import org.anamnesis.review.SignRequest;
import org.anamnesis.review.Signing;
import org.anamnesis.smart.BackendTokens;
import org.anamnesis.smart.Bearer;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** The use case "sign and file": first the signature is kept, then the document goes out. */
@ApplicationScoped
public class SignAndFile {

    private final @Nullable Signing signing;
    private final @Nullable Filing filing;
    private final @Nullable EhrRegistry registry;
    private final @Nullable BackendTokens tokens;

    /** For the container's proxies only. */
    protected SignAndFile() {
        this.signing = null;
        this.filing = null;
        this.registry = null;
        this.tokens = null;
    }

    @Inject
    public SignAndFile(Signing signing, Filing filing, EhrRegistry registry, BackendTokens tokens) {
        this.signing = signing;
        this.filing = filing;
        this.registry = registry;
        this.tokens = tokens;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is in the EHR; {@code now} is false where it had been before. */
        record Filed(StoredDraft draft, String location, boolean now) implements Outcome {}

        /** It is signed and not in the EHR yet; the same request again takes it up. */
        record Pending(StoredDraft draft, String reason) implements Outcome {}

        /** It is signed, and the EHR does not take it. */
        record RefusedByEhr(String reason) implements Outcome {}

        /** There is no such draft. */
        record UnknownDraft() implements Outcome {}

        /** The text that was seen is not the draft's. */
        record OtherText() implements Outcome {}

        /** Somebody else has signed it. */
        record SignedByAnother() implements Outcome {}
    }

    /** Signs and files; safe to repeat. */
    public Outcome signAndFile(SignRequest request) {
        return switch (Objects.requireNonNull(signing).sign(request)) {
            case SignOutcome.Signed signed -> {
                StoredDraft draft = signed.draft().draft();
                AtomicReference<Optional<Bearer>> sent = new AtomicReference<>(Optional.empty());
                yield switch (Objects.requireNonNull(filing)
                        .file(signed.draft(), target(draft.ehr(), sent), request.actor())) {
                    case FilingOutcome.Filed filed -> new Outcome.Filed(draft, filed.location(), filed.now());
                    case FilingOutcome.Pending pending -> {
                        dropIfRefused(pending, draft.ehr(), sent.get());
                        yield new Outcome.Pending(draft, pending.reason());
                    }
                    case FilingOutcome.Refused refused -> new Outcome.RefusedByEhr(refused.reason());
                };
            }
            case SignOutcome.AlreadyFiled already ->
                new Outcome.Filed(already.draft(), already.filed().location(), false);
            case SignOutcome.UnknownDraft ignored -> new Outcome.UnknownDraft();
            case SignOutcome.OtherText ignored -> new Outcome.OtherText();
            case SignOutcome.SignedByAnother ignored -> new Outcome.SignedByAnother();
        };
    }

    /** Filing is done with the product's own access: the signer's may have ended when a try is repeated. */
    private FilingTarget target(String id, AtomicReference<Optional<Bearer>> sent) {
        Ehr ehr = Objects.requireNonNull(registry).get(new EhrId(id));
        return new FilingTarget(
                ehr.fhirBase(),
                () -> {
                    Bearer bearer = Objects.requireNonNull(tokens).tokenFor(ehr.id());
                    sent.set(Optional.of(bearer));
                    return bearer.value();
                },
                ehr.name(),
                ehr.network().timeout());
    }

    /** A token that the EHR does not take any more would fail every try until it expires. */
    private void dropIfRefused(FilingOutcome.Pending pending, String ehr, Optional<Bearer> sent) {
        if (pending.reason().equals("http-401")) {
            sent.ifPresent(bearer -> Objects.requireNonNull(tokens).refused(new EhrId(ehr), bearer));
        }
    }
}
