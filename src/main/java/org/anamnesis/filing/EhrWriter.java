package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Optional;
import org.anamnesis.draft.Authorship;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/**
 * Writes the three resources of a signed draft: the Device that wrote, the DocumentReference, the Provenance.
 *
 * <p>Each is looked for first and created only where nothing has its identifier, with {@code If-None-Exist} besides, so that
 * any number of tries end in one of each. A create whose answer was lost is looked for again, not sent again.
 */
public final class EhrWriter {

    private final FhirContext fhir;

    public EhrWriter(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Writes what is not there yet, and compares the text the EHR then holds. */
    FilingOutcome write(SignedDraft signed, FilingTarget target) {
        try {
            IGenericClient ehr = EhrClient.open(fhir, target);
            Reference device = device(ehr, signed.draft().content().authorship());
            String document = document(ehr, signed.draft(), device);
            if (!isSameText(ehr, document, signed.draft())) {
                return new FilingOutcome.Refused("altered");
            }
            provenance(ehr, signed, document, device, target.organization());
            return new FilingOutcome.Filed(document, true);
        } catch (FhirClientConnectionException e) {
            return new FilingOutcome.Pending("unreachable");
        } catch (BaseServerResponseException e) {
            return refused(e.getStatusCode());
        } catch (AuthorizationFailed e) {
            return new FilingOutcome.Pending(e.reason().code());
        } catch (DuplicatedDocument e) {
            return new FilingOutcome.Refused("duplicated");
        }
    }

    /** What can change by itself is worth another try; what cannot is not. */
    private static FilingOutcome refused(int status) {
        boolean again =
                status >= 500 || status == 0 || status == 401 || status == 408 || status == 409 || status == 429;
        return again ? new FilingOutcome.Pending("http-" + status) : new FilingOutcome.Refused("http-" + status);
    }

    private static Reference device(IGenericClient ehr, Authorship authorship) {
        String query = "Device?identifier=" + AiDevice.IDENTIFIER_SYSTEM + "|" + AiDevice.identifier(authorship);
        String id = find(ehr, query, Device.class).stream()
                .findFirst()
                .map(EhrWriter::reference)
                .orElseGet(() -> create(ehr, AiDevice.of(authorship), query, Device.class));
        return new Reference(id);
    }

    private static String document(IGenericClient ehr, StoredDraft draft, Reference device) {
        String query = "DocumentReference?identifier=" + FiledDocument.IDENTIFIER_SYSTEM + "|"
                + FiledDocument.identifier(draft);
        List<DocumentReference> there = find(ehr, query, DocumentReference.class);
        if (there.size() > 1) {
            throw new DuplicatedDocument();
        }
        String id = there.stream()
                .findFirst()
                .map(EhrWriter::reference)
                .orElseGet(() ->
                        create(ehr, FiledDocument.of(draft, Optional.of(device)), query, DocumentReference.class));
        return id;
    }

    private static void provenance(
            IGenericClient ehr, SignedDraft signed, String document, Reference device, String organization) {
        String query = "Provenance?target=" + document;
        boolean there = find(ehr, query, Provenance.class).stream()
                .anyMatch(known -> known.getAgent().stream()
                        .anyMatch(agent -> agent.getWho().getReference() != null
                                && agent.getWho().getReference().endsWith(device.getReference())));
        if (!there) {
            create(
                    ehr,
                    DraftProvenance.of(signed, new Reference(document), device, organization),
                    query + "&agent=" + device.getReference(),
                    Provenance.class);
        }
    }

    private static boolean isSameText(IGenericClient ehr, String id, StoredDraft draft) {
        DocumentReference held =
                ehr.read().resource(DocumentReference.class).withUrl(id).execute();
        return FiledDocument.text(held).filter(draft.text()::equals).isPresent();
    }

    private static <T extends IBaseResource> List<T> find(IGenericClient ehr, String query, Class<T> type) {
        Bundle found = ehr.search().byUrl(query).returnBundle(Bundle.class).execute();
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Creates, and where the answer is lost or unclear looks for what may have been created all the same. */
    private static <T extends IBaseResource> String create(
            IGenericClient ehr, T resource, String query, Class<T> type) {
        try {
            MethodOutcome outcome =
                    ehr.create().resource(resource).conditionalByUrl(query).execute();
            Optional<String> id = Optional.ofNullable(outcome.getId())
                    .filter(IIdType::hasIdPart)
                    .map(created -> type.getSimpleName() + "/" + created.getIdPart());
            if (id.isPresent()) {
                return id.get();
            }
        } catch (FhirClientConnectionException e) {
            return lookedFor(ehr, query, type).orElseThrow(() -> e);
        } catch (BaseServerResponseException e) {
            boolean mayBeThere = e.getStatusCode() >= 500 || e.getStatusCode() == 409 || e.getStatusCode() == 412;
            if (!mayBeThere) {
                throw e;
            }
            return lookedFor(ehr, query, type).orElseThrow(() -> e);
        }
        return lookedFor(ehr, query, type)
                .orElseThrow(() -> new FhirClientConnectionException("the answer to a create names no resource"));
    }

    private static <T extends IBaseResource> Optional<String> lookedFor(
            IGenericClient ehr, String query, Class<T> type) {
        return find(ehr, query, type).stream().findFirst().map(EhrWriter::reference);
    }

    private static String reference(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** The EHR already has the draft more than once: nothing we write can mend that. */
    private static final class DuplicatedDocument extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
