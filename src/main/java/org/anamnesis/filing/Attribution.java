package org.anamnesis.filing;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.anamnesis.draft.Authorship;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who wrote a document and from what, as far as the EHR takes it: the Device and the Provenance. An EHR that does not take them stops
 * no note: the note's own text says the same.
 */
final class Attribution {

    private static final Logger LOG = LoggerFactory.getLogger(Attribution.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;

    private final EhrRecord ehr;
    private final EhrWriter.Job job;
    private final WriteProfile profile;
    private final Authorship authorship;
    private Optional<Reference> device = Optional.empty();
    private boolean refused;

    Attribution(EhrRecord ehr, EhrWriter.Job job) {
        this.ehr = ehr;
        this.job = job;
        this.profile = job.target().profile();
        this.authorship = job.signed().draft().content().authorship();
    }

    /** The Device that is there already: of several, a conditional create would be refused for ever (412). */
    Optional<Reference> known() {
        return held(() -> ehr.findIdentified(Device.class, AiDevice.query(authorship), this::isWriter));
    }

    /** The Device, created where it is not there; empty where the profile wants none, or the EHR takes none. */
    Optional<Reference> device() {
        return held(() -> Optional.of(ehr.findOrCreate(
                Device.class, AiDevice.query(authorship), this::isWriter, () -> AiDevice.of(authorship))));
    }

    private boolean isWriter(Device one) {
        return AiDevice.isOf(one, authorship);
    }

    /** Whether the EHR refused the Device, or does not say whether it has it. */
    boolean isRefused() {
        return refused;
    }

    private Optional<Reference> held(Supplier<Optional<String>> asked) {
        if (profile.device() && !refused && device.isEmpty()) {
            try {
                device = asked.get().map(Reference::new);
            } catch (SearchNotHeeded e) {
                refused("search-not-heeded");
            } catch (NotTaken e) {
                refused(e.no(), e);
            } catch (BaseServerResponseException e) {
                refused(ehr.no(e), e);
            }
        }
        return device.map(Reference::copy);
    }

    /** What may be taken another time is tried another time, with the whole document. */
    private void refused(Sent.No no, RuntimeException e) {
        if (EhrWriter.outcome(no) instanceof FilingOutcome.Pending) {
            throw e;
        }
        refused("http-" + no.status());
    }

    private void refused(String why) {
        refused = true;
        LOG.warn("Draft {} is filed without a Device: {}", draft().id(), why);
    }

    /** Writes the Provenance of a document that is there, once; gives what of who wrote it the EHR does not hold. */
    Set<NotKept> provenance(String document) {
        Set<NotKept> lost = EnumSet.noneOf(NotKept.class);
        if (profile.device() && device().isEmpty()) {
            lost.add(NotKept.DEVICE);
        }
        if (profile.provenance() && !hasProvenance(document)) {
            lost.add(NotKept.PROVENANCE);
        }
        return lost;
    }

    private boolean hasProvenance(String document) {
        Optional<Reference> writer = device();
        try {
            writer.ifPresent(known -> provenance(document, known));
            return writer.isPresent();
        } catch (NotTaken e) {
            withoutProvenance(e.no(), e);
            return false;
        } catch (BaseServerResponseException e) {
            withoutProvenance(ehr.no(e), e);
            return false;
        }
    }

    /** It has no identifier in R4; one of our Device about the document is ours. */
    private void provenance(String document, Reference writer) {
        Predicate<Provenance> isOurs = known -> DraftProvenance.isOf(known, document, writer.getReference());
        if (ehr.find(Provenance.class, "Provenance?target=" + document).stream().noneMatch(isOurs)) {
            ehr.create(
                    Provenance.class,
                    "Provenance?target=" + document + "&agent=" + writer.getReference(),
                    isOurs,
                    DraftProvenance.of(
                            job.signed(),
                            new Reference(document),
                            writer,
                            job.target().organization()));
        }
    }

    /** The note is there with the text that was signed; only who wrote it is not said in the EHR. */
    private void withoutProvenance(Sent.No no, RuntimeException e) {
        boolean isOffered = no.status() != FORBIDDEN
                && no.status() != NOT_FOUND
                && no.status() != NOT_ALLOWED
                && no.status() != NOT_IMPLEMENTED;
        if (isOffered) {
            throw e;
        }
        LOG.warn("Draft {} is filed without Provenance: the EHR answered {}", draft().id(), no.status());
    }

    private StoredDraft draft() {
        return job.signed().draft();
    }
}
