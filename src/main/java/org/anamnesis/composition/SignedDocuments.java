package org.anamnesis.composition;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.store.DraftSigned;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.KeptDocuments;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** Drafts as FHIR documents: a signed one as it was kept, one that is not signed as it is now, marked preliminary. */
@ApplicationScoped
public class SignedDocuments {

    private final @Nullable KeptDocuments kept;
    private final @Nullable EhrRegistry registry;
    private final @Nullable FhirContext fhir;

    /** For the container's proxies only. */
    protected SignedDocuments() {
        this.kept = null;
        this.registry = null;
        this.fhir = null;
    }

    @Inject
    public SignedDocuments(KeptDocuments kept, EhrRegistry registry, FhirContext fhir) {
        this.kept = kept;
        this.registry = registry;
        this.fhir = fhir;
    }

    /** The document of a draft. One that is signed is kept now where it was not yet. */
    public Bundle of(StoredDraft draft) {
        // What was taken back is not handed out as if it held; what was signed stays kept as it was.
        if (draft.signature().isEmpty() || draft.state() == DraftState.ENTERED_IN_ERROR) {
            return compose(draft);
        }
        return Objects.requireNonNull(kept)
                .find(draft.id(), draft.signature().get().at())
                .map(json -> Objects.requireNonNull(fhir).newJsonParser().parseResource(Bundle.class, json))
                .orElseGet(() -> keep(draft));
    }

    void keepWhatIsSigned(@Observes DraftSigned signed) {
        keep(signed.draft());
    }

    /** Keeps the document of a draft that was just signed; a second time, and after it was signed anew, too. */
    private Bundle keep(StoredDraft draft) {
        StoredDraft.Signature signature = draft.signature().orElseThrow();
        Bundle document = compose(draft);
        Objects.requireNonNull(kept)
                .keep(
                        draft.id(),
                        signature.at(),
                        Objects.requireNonNull(fhir).newJsonParser().encodeResourceToString(document));
        return document;
    }

    private Bundle compose(StoredDraft draft) {
        Ehr ehr = Objects.requireNonNull(registry).get(new EhrId(draft.ehr()));
        return FhirDocument.of(
                draft,
                new Place(ehr.fhirBase().toString(), ehr.name()),
                draft.review().replaces());
    }
}
