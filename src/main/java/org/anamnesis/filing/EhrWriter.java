package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.document.Renderer;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;

/**
 * Writes the resources of a signed draft, as many as the EHR takes: the Device that wrote, the DocumentReference, the Provenance.
 *
 * <p>Each is looked for first and created only where it is not there, with {@code If-None-Exist} besides, so that any number of
 * tries end in one of each. A create whose answer was lost is looked for again, not sent again.
 */
public final class EhrWriter implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final int UNAUTHORIZED = 401;
    private static final int TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final EhrDoor door;
    private final WriteCapabilities capabilities;
    private final Renditions renditions;

    /**
     * @param fhir an R4 context for this writer alone: its client factory becomes the writer's
     * @param renderer writes what EHRs want beside the text
     */
    public EhrWriter(FhirContext fhir, Renderer renderer) {
        this.renditions = new Renditions(renderer);
        this.door = new EhrDoor(fhir, SILENCE);
        this.capabilities = new WriteCapabilities(door);
    }

    /** What EHRs say of writing, on the connections of this writer. */
    WriteCapabilities capabilities() {
        return capabilities;
    }

    /**
     * One document to be written.
     *
     * @param replaced the document in the EHR that it takes the place of
     * @param settle how long after a lost answer nothing is sent again
     * @param recalled whether it is only looked for and never sent
     */
    record Job(SignedDraft signed, FilingTarget target, Optional<String> replaced, Duration settle, boolean recalled) {}

    /** Writes what is not there yet, and compares the text the EHR then holds. */
    FilingOutcome write(Job job, LedgerPage ledger) {
        try {
            EhrRecord ehr = EhrRecord.open(door, job.target());
            try {
                return write(job, ledger, ehr);
            } catch (BaseServerResponseException e) {
                return outcome(ehr.no(e));
            }
        } catch (FhirClientConnectionException e) {
            return new FilingOutcome.Pending("unreachable");
        } catch (SearchNotHeeded e) {
            return new FilingOutcome.Refused("search-not-heeded");
        } catch (NotTaken e) {
            return outcome(e.no());
        } catch (AuthorizationFailed e) {
            return new FilingOutcome.Pending(e.reason().code());
        }
    }

    /** Marks a document as entered in error, against the version that is there, and reads that it is. */
    FilingOutcome retract(StoredDraft draft, String location, FilingTarget target) {
        try {
            EhrRecord ehr = EhrRecord.open(door, target);
            try {
                DocumentReference held = ehr.read(DocumentReference.class, location);
                if (!FiledDocument.isAbout(held, draft)) {
                    return new FilingOutcome.Refused("other-document");
                }
                if (held.getStatus() != DocumentReferenceStatus.ENTEREDINERROR) {
                    held.setStatus(DocumentReferenceStatus.ENTEREDINERROR);
                    ehr.update(held);
                }
                boolean done = ehr.read(DocumentReference.class, location).getStatus()
                        == DocumentReferenceStatus.ENTEREDINERROR;
                return done ? new FilingOutcome.Filed(location, true) : new FilingOutcome.Refused("altered");
            } catch (FhirClientConnectionException lost) {
                return new FilingOutcome.Pending("unreachable");
            } catch (BaseServerResponseException e) {
                return outcome(ehr.no(e));
            }
        } catch (AuthorizationFailed e) {
            return new FilingOutcome.Pending(e.reason().code());
        }
    }

    private FilingOutcome write(Job job, LedgerPage ledger, EhrRecord ehr) {
        try {
            Attribution by = new Attribution(ehr, job);
            return switch (placed(job, ledger, ehr, by)) {
                case DocumentStep.Placed.Not not -> not.outcome();
                case DocumentStep.Placed.At at -> confirmed(job, ledger, ehr, at.location(), by);
            };
        } catch (FhirClientConnectionException e) {
            return new FilingOutcome.Pending("unreachable");
        } catch (NonFhirResponseException e) {
            return new FilingOutcome.Pending("unreadable-answer");
        }
    }

    /** In one transaction where the EHR has them; one that is refused is taken apart, for it may be refused for a Device's sake. */
    private DocumentStep.Placed placed(Job job, LedgerPage ledger, EhrRecord ehr, Attribution by) {
        StoredDraft draft = job.signed().draft();
        WriteCapability said =
                capabilities.of(job.target().fhirBase(), job.target().timeout());
        DocumentStep step = new DocumentStep(ehr, job, ledger, renditions, said);
        if (job.target().profile().transaction() && said.transactions()) {
            Together together = new Together(job.signed(), job.target(), by.known());
            if (!by.isRefused()) {
                DocumentStep.Placed placed = step.place(
                        draft,
                        together::device,
                        job.replaced(),
                        (document, condition) -> ehr.sendTogether(together.bundle(document, condition)));
                boolean isRefused =
                        placed instanceof DocumentStep.Placed.Not not && not.outcome() instanceof FilingOutcome.Refused;
                if (!isRefused) {
                    return placed;
                }
            }
        }
        return step.place(draft, by::device, job.replaced(), ehr::send);
    }

    /** Filed is only what the EHR gives back as it was signed. */
    private static FilingOutcome confirmed(Job job, LedgerPage ledger, EhrRecord ehr, String location, Attribution by) {
        WriteProfile profile = job.target().profile();
        StoredDraft draft = job.signed().draft();
        DocumentReference held;
        try {
            held = ehr.read(DocumentReference.class, location);
        } catch (ResourceNotFoundException notYet) {
            return new FilingOutcome.Pending("not-readable-yet");
        }
        boolean ours = profile.foundBy() == WriteProfile.FoundBy.IDENTIFIER
                ? FiledDocument.isOf(held, draft)
                : FiledDocument.isAbout(held, draft);
        if (!ours) {
            return new FilingOutcome.Refused("other-document");
        }
        if (new KnownDocument(ehr, profile, ledger)
                .text(held)
                .filter(draft.text()::equals)
                .isEmpty()) {
            return new FilingOutcome.Refused("altered");
        }
        Set<NotKept> lost = NotKept.of(FiledDocument.of(draft, profile, by.device(), job.replaced()), held);
        lost.addAll(by.provenance(location));
        ledger.notKept(lost);
        return new FilingOutcome.Filed(location, true);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** What can change by itself is worth another try; what cannot is not. */
    static FilingOutcome outcome(Sent.No no) {
        int status = no.status();
        boolean again = (status >= SERVER_ERRORS && status != NOT_IMPLEMENTED)
                || status == 0
                || status == UNAUTHORIZED
                || status == TIMEOUT
                || status == CONFLICT
                || status == TOO_MANY;
        return again
                ? new FilingOutcome.Pending("http-" + status, no.words(), no.pause())
                : new FilingOutcome.Refused("http-" + status, no.words());
    }
}
