package org.anamnesis.filing;

import java.util.Optional;
import java.util.UUID;
import org.anamnesis.draft.Authorship;
import org.anamnesis.review.SignedDraft;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The resources of one signed draft as one transaction: all of them are in the EHR then, or none. */
final class Together {

    private final SignedDraft signed;
    private final FilingTarget target;
    private final Optional<Reference> known;
    private final String device = "urn:uuid:" + UUID.randomUUID();
    private final String document = "urn:uuid:" + UUID.randomUUID();

    /** @param known the Device of its writer where the EHR has it */
    Together(SignedDraft signed, FilingTarget target, Optional<Reference> known) {
        this.signed = signed;
        this.target = target;
        this.known = known;
    }

    /** The Device, in the EHR or within the transaction; empty where the profile wants none. */
    Optional<Reference> device() {
        return target.profile().device()
                ? Optional.of(known.map(Reference::copy).orElseGet(() -> new Reference(device)))
                : Optional.empty();
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
        if (profile.device() && known.isEmpty()) {
            Authorship writer = signed.draft().content().authorship();
            entry(bundle, device, AiDevice.of(writer), Optional.of(AiDevice.query(writer)));
        }
        entry(bundle, document, written, condition);
        if (profile.provenance()) {
            device().ifPresent(writer -> entry(
                    bundle,
                    "urn:uuid:" + UUID.randomUUID(),
                    DraftProvenance.of(signed, new Reference(document), writer, target.organization()),
                    Optional.empty()));
        }
        return bundle;
    }

    private static void entry(Bundle bundle, String url, Resource resource, Optional<String> condition) {
        Bundle.BundleEntryComponent entry = bundle.addEntry().setFullUrl(url).setResource(resource);
        entry.getRequest().setMethod(Bundle.HTTPVerb.POST).setUrl(resource.fhirType());
        condition.ifPresent(query -> entry.getRequest().setIfNoneExist(query.substring(query.indexOf('?') + 1)));
    }
}
