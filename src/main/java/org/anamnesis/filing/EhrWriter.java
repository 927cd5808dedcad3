package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.draft.Authorship;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.store.StoredDraft;
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
public final class EhrWriter implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final EhrDoor door;

    /** @param fhir an R4 context for this writer alone: its client factory becomes the writer's */
    public EhrWriter(FhirContext fhir) {
        this.door = new EhrDoor(fhir, SILENCE);
    }

    /** Writes what is not there yet, and compares the text the EHR then holds. */
    FilingOutcome write(SignedDraft signed, FilingTarget target) {
        try {
            EhrRecord ehr = EhrRecord.open(door, target);
            Reference device = device(ehr, signed.draft().content().authorship());
            String document = document(ehr, signed.draft(), device);
            DocumentReference held = ehr.read(DocumentReference.class, document);
            if (!FiledDocument.isOf(held, signed.draft())) {
                return new FilingOutcome.Refused("other-document");
            }
            if (!isSameText(held, signed.draft())) {
                return new FilingOutcome.Refused("altered");
            }
            provenance(ehr, signed, document, device, target.organization());
            return new FilingOutcome.Filed(document, true);
        } catch (FhirClientConnectionException e) {
            return new FilingOutcome.Pending("unreachable");
        } catch (SearchNotHeeded e) {
            return new FilingOutcome.Refused("search-not-heeded");
        } catch (NonFhirResponseException e) {
            return new FilingOutcome.Pending("unreadable-answer");
        } catch (BaseServerResponseException e) {
            return refused(e.getStatusCode());
        } catch (AuthorizationFailed e) {
            return new FilingOutcome.Pending(e.reason().code());
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** What can change by itself is worth another try; what cannot is not. */
    private static FilingOutcome refused(int status) {
        boolean again =
                status >= 500 || status == 0 || status == 401 || status == 408 || status == 409 || status == 429;
        return again ? new FilingOutcome.Pending("http-" + status) : new FilingOutcome.Refused("http-" + status);
    }

    private static Reference device(EhrRecord ehr, Authorship authorship) {
        String query = "Device?identifier=" + AiDevice.IDENTIFIER_SYSTEM + "|" + AiDevice.identifier(authorship);
        return new Reference(ehr.findOrCreate(
                Device.class, query, device -> AiDevice.isOf(device, authorship), () -> AiDevice.of(authorship)));
    }

    private static String document(EhrRecord ehr, StoredDraft draft, Reference device) {
        String query = "DocumentReference?identifier=" + FiledDocument.IDENTIFIER_SYSTEM + "|"
                + FiledDocument.identifier(draft);
        return ehr.findOrCreate(
                DocumentReference.class,
                query,
                found -> FiledDocument.hasIdentifier(found, draft),
                () -> FiledDocument.of(draft, Optional.of(device)));
    }

    /** Provenance has no identifier in R4; one of our Device about the document is ours. */
    private static void provenance(
            EhrRecord ehr, SignedDraft signed, String document, Reference device, String organization) {
        Predicate<Provenance> isOurs = known -> DraftProvenance.isOf(known, document, device.getReference());
        if (ehr.find(Provenance.class, "Provenance?target=" + document).stream().noneMatch(isOurs)) {
            ehr.create(
                    Provenance.class,
                    "Provenance?target=" + document + "&agent=" + device.getReference(),
                    isOurs,
                    DraftProvenance.of(signed, new Reference(document), device, organization));
        }
    }

    private static boolean isSameText(DocumentReference held, StoredDraft draft) {
        return FiledDocument.text(held).filter(draft.text()::equals).isPresent();
    }
}
