package org.anamnesis.operation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.anamnesis.composition.SignedDocuments;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** {@code Bundle/[draft]}: a draft as a FHIR document. */
@ApplicationScoped
public class DocumentBundles implements IResourceProvider {

    private final @Nullable DraftAccess drafts;
    private final @Nullable SignedDocuments documents;

    /** For the container's proxies only. */
    protected DocumentBundles() {
        this.drafts = null;
        this.documents = null;
    }

    @Inject
    public DocumentBundles(DraftAccess drafts, SignedDocuments documents) {
        this.drafts = drafts;
        this.documents = documents;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Bundle.class;
    }

    /** The document as it was kept at signing, or preliminary while nobody has signed. */
    @Read
    public Bundle read(@IdParam IdType id, ServletRequestDetails details) {
        return Objects.requireNonNull(documents)
                .of(Objects.requireNonNull(drafts).read(details, id.getIdPart(), "document"));
    }
}
