package org.anamnesis.filing;

import java.util.Optional;
import java.util.UUID;
import org.anamnesis.review.SignedDraft;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one signed draft as one transaction: all of them are in the EHR then, or none. */
final class Together {

    private final SignedDraft signed;
    private final FilingTarget target;
    private final String device = "urn:uuid:" + UUID.randomUUID();
    private final String document = "urn:uuid:" + UUID.randomUUID();

    Together(SignedDraft signed, FilingTarget target) {
        this.signed = signed;
        this.target = target;
    }

    /** The Device within the transaction. */
    Reference device() {
        return new Reference(device);
    }

    /** The document's place among the entries, and so among those of the answer. */
    static int place(Bundle transaction) {
        for (int entry = 0; entry < transaction.getEntry().size(); entry++) {
            if (transaction.getEntry().get(entry).getResource() instanceof DocumentReference) {
                return entry;
            }
        }
        throw new IllegalArgumentException("a transaction without a document");
    }

    /** The transaction; references between the resources are to their places in it. */
    Bundle bundle(DocumentReference written, Optional<String> condition) {
        WriteProfile profile = target.profile();
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        if (profile.device()) {
            String known = "identifier=" + AiDevice.IDENTIFIER_SYSTEM + "|"
                    + AiDevice.identifier(signed.draft().content().authorship());
            entry(bundle, device, AiDevice.of(signed.draft().content().authorship()), Optional.of(known));
        }
        entry(bundle, document, written, condition.map(query -> query.substring(query.indexOf('?') + 1)));
        if (profile.device() && profile.provenance()) {
            entry(
                    bundle,
                    "urn:uuid:" + UUID.randomUUID(),
                    DraftProvenance.of(signed, new Reference(document), device(), target.organization()),
                    Optional.empty());
        }
        return bundle;
    }

    private static void entry(Bundle bundle, String url, Resource resource, Optional<String> condition) {
        Bundle.BundleEntryComponent entry =
                bundle.addEntry().setFullUrl(url).setResource(resource);
        entry.getRequest().setMethod(Bundle.HTTPVerb.POST).setUrl(resource.fhirType());
        condition.ifPresent(query -> entry.getRequest().setIfNoneExist(query));
    }
}
