package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.anamnesis.document.Renderer;
import org.anamnesis.draft.Authorship;
import org.anamnesis.exchange.EhrDoor;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.smart.AuthorizationFailed;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the resources of a signed draft, as many as the EHR takes: the Device that wrote, the DocumentReference, the Provenance.
 *
 * <p>Each is looked for first and created only where it is not there, with {@code If-None-Exist} besides, so that any number of
 * tries end in one of each. A create whose answer was lost is looked for again, not sent again.
 */
public final class EhrWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EhrWriter.class);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int TIMEOUT = 408;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

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
     */
    record Job(SignedDraft signed, FilingTarget target, Optional<String> replaced, Duration settle) {}

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
            WriteProfile profile = job.target().profile();
            StoredDraft draft = job.signed().draft();
            WriteCapability said =
                    capabilities.of(job.target().fhirBase(), job.target().timeout());
            boolean atOnce = profile.transaction() && said.transactions();
            DocumentStep step = new DocumentStep(ehr, job, ledger, renditions, said);
            Together together = new Together(
                    job.signed(), job.target(), atOnce && profile.device() ? known(ehr, draft) : Optional.empty());
            DocumentStep.Placed placed = atOnce
                    ? step.place(
                            draft,
                            profile.device() ? Optional.of(together.device()) : Optional.empty(),
                            job.replaced(),
                            (document, condition) -> ehr.sendTogether(together.bundle(document, condition)))
                    : step.place(draft, device(ehr, profile, draft), job.replaced(), ehr::send);
            return switch (placed) {
                case DocumentStep.Placed.Not not -> not.outcome();
                case DocumentStep.Placed.At at ->
                    confirmed(job, ledger, ehr, at.location(), device(ehr, profile, draft));
            };
        } catch (FhirClientConnectionException e) {
            return new FilingOutcome.Pending("unreachable");
        } catch (NonFhirResponseException e) {
            return new FilingOutcome.Pending("unreadable-answer");
        }
    }

    /** Whether an EHR has no such interaction, or not for us; another answer may be another time. */
    private static boolean isNotOffered(Sent.No no) {
        return no.status() == FORBIDDEN || no.status() == NOT_FOUND || no.status() == NOT_ALLOWED;
    }

    /** Filed is only what the EHR gives back as it was signed. */
    private static FilingOutcome confirmed(
            Job job, LedgerPage ledger, EhrRecord ehr, String location, Optional<Reference> device) {
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
        if (profile.provenance() && device.isPresent()) {
            try {
                provenance(
                        ehr, job.signed(), location, device.get(), job.target().organization());
            } catch (NotTaken e) {
                if (!isNotOffered(e.no())) {
                    throw e;
                }
                // The note is there with the text that was signed; only who wrote it is not said in the EHR.
                LOG.warn("Draft {} is filed without Provenance: the EHR answered {}", draft.id(), e.no().status());
            }
        }
        return new FilingOutcome.Filed(location, true);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** What can change by itself is worth another try; what cannot is not. */
    static FilingOutcome outcome(Sent.No no) {
        int status = no.status();
        boolean again = status >= SERVER_ERRORS
                || status == 0
                || status == UNAUTHORIZED
                || status == TIMEOUT
                || status == CONFLICT
                || status == TOO_MANY;
        return again
                ? new FilingOutcome.Pending("http-" + status, no.words(), no.pause())
                : new FilingOutcome.Refused("http-" + status, no.words());
    }

    private static Optional<Reference> device(EhrRecord ehr, WriteProfile profile, StoredDraft draft) {
        if (!profile.device()) {
            return Optional.empty();
        }
        Authorship authorship = draft.content().authorship();
        return Optional.of(new Reference(ehr.findOrCreate(
                Device.class,
                AiDevice.query(authorship),
                device -> AiDevice.isOf(device, authorship),
                () -> AiDevice.of(authorship))));
    }

    /** The Device that is there already: of several, a conditional create would be refused for ever (412). */
    private static Optional<Reference> known(EhrRecord ehr, StoredDraft draft) {
        Authorship authorship = draft.content().authorship();
        return ehr.findIdentified(Device.class, AiDevice.query(authorship), device -> AiDevice.isOf(device, authorship))
                .map(Reference::new);
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
}
