package org.anamnesis.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.document.Renderer;
import org.anamnesis.store.Drafts;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Shows, before a draft is signed, what would be filed if it were signed at this moment: made by the same code as the document that
 * is sent, so that the two cannot differ. Only the time is another when it is signed, and the size of what prints the time.
 */
@ApplicationScoped
public class DocumentPreviews {

    private final @Nullable Drafts drafts;
    private final @Nullable WriteProfiles profiles;
    private final @Nullable WriteFit fit;
    private final @Nullable Renditions renditions;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected DocumentPreviews() {
        this.drafts = null;
        this.profiles = null;
        this.fit = null;
        this.renditions = null;
        this.clock = null;
    }

    @Inject
    public DocumentPreviews(Drafts drafts, WriteProfiles profiles, WriteFit fit, Renderer renderer, Clock clock) {
        this.drafts = drafts;
        this.profiles = profiles;
        this.fit = fit;
        this.renditions = new Renditions(renderer);
        this.clock = clock;
    }

    /**
     * The document of a draft as it would be filed.
     *
     * @param signer who would sign it; of a signed draft it is who did
     * @param encounter the logical id of the visit within which it would be signed
     */
    public DocumentPreview of(StoredDraft draft, Signer signer, Optional<String> encounter) {
        WriteProfile profile = Objects.requireNonNull(profiles).of(draft.ehr());
        StoredDraft signed = draft.signature().isPresent() ? draft : signed(draft, signer, encounter);
        return DocumentPreview.of(
                Objects.requireNonNull(renditions)
                        .document(
                                signed,
                                profile,
                                device(signed, profile),
                                Filing.replaced(Objects.requireNonNull(drafts), signed)),
                signed,
                profile);
    }

    /** Where the EHR takes a Device, as far as it says; which it is there is known only when the document is sent. */
    private Optional<Reference> device(StoredDraft draft, WriteProfile profile) {
        boolean taken =
                profile.device() && !Objects.requireNonNull(fit).of(draft.ehr()).contains(Misfit.NO_DEVICE);
        return taken
                ? Optional.of(
                        new Reference("#" + AiDevice.identifier(draft.content().authorship())))
                : Optional.empty();
    }

    private StoredDraft signed(StoredDraft draft, Signer signer, Optional<String> encounter) {
        return draft.signed(
                new StoredDraft.Signature(
                        signer.reference(),
                        signer.practitioner(),
                        Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS)),
                encounter);
    }
}
