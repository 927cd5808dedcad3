package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.document.Format;
import org.anamnesis.document.Renderer;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** {@code Binary/[draft].text}, {@code .xhtml} and {@code .pdf}: a draft in a format. */
@ApplicationScoped
public class DocumentBinaries implements IResourceProvider {

    private final @Nullable DraftAccess drafts;
    private final @Nullable Renderer renderer;

    /** For the container's proxies only. */
    protected DocumentBinaries() {
        this.drafts = null;
        this.renderer = null;
    }

    @Inject
    public DocumentBinaries(DraftAccess drafts, Renderer renderer) {
        this.drafts = drafts;
        this.renderer = renderer;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Binary.class;
    }

    /** The id of the Binary of a draft in a format. */
    static String idOf(StoredDraft draft, Format format) {
        return draft.id() + "." + format.code();
    }

    /** The document as it stands now: marked as unsigned, or with its signer. */
    @Read
    public Binary read(@IdParam IdType id, ServletRequestDetails details) {
        String name = Optional.ofNullable(id.getIdPart()).orElse("");
        int dot = Math.max(0, name.lastIndexOf('.'));
        Format format = Format.ofCode(name.substring(Math.min(name.length(), dot + 1)))
                .orElseThrow(() -> new Refusal(Problem.unknownDraft()));
        StoredDraft draft = Objects.requireNonNull(drafts).read(details, name.substring(0, dot), format.code());
        Binary binary = new Binary();
        binary.setId(name);
        binary.setContentType(format.contentType());
        binary.setSecurityContext(new Reference("DocumentReference/" + draft.id()));
        binary.setData(Objects.requireNonNull(renderer).render(draft, format).bytes());
        return binary;
    }
}
