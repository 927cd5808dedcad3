package org.anamnesis.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;

/**
 * Brings the DocumentReference of one draft into the EHR, once. Before anything is sent the ledger says so; what the ledger does
 * not know to be absent is looked for and not sent.
 */
final class DocumentStep {

    private final WriteProfile profile;
    private final LedgerPage ledger;
    private final Duration settle;
    private final boolean recalled;
    private final KnownDocument known;
    private final Renditions renditions;
    private final WriteCapability said;

    /** @param said what the EHR says that it takes */
    DocumentStep(EhrRecord ehr, EhrWriter.Job job, LedgerPage ledger, Renditions renditions, WriteCapability said) {
        this.renditions = renditions;
        this.profile = job.target().profile();
        this.ledger = ledger;
        this.settle = job.settle();
        this.recalled = job.recalled();
        this.said = said;
        this.known = new KnownDocument(ehr, profile, ledger);
    }

    /** Where the document is, or why it is not there. */
    sealed interface Placed {

        record At(String location) implements Placed {}

        record Not(FilingOutcome outcome) implements Placed {}
    }

    /** Sends a document once, alone or with what belongs to it. */
    interface Sending {
        Sent send(DocumentReference document, Optional<String> condition);
    }

    /** @param device gives the Device of the writer, where there is one; asked for where a document is sent, before it is */
    Placed place(StoredDraft draft, Supplier<Optional<Reference>> device, Optional<String> replaced, Sending sending) {
        FilingRecord record = ledger.record();
        if (record.document().isPresent()) {
            return new Placed.At(record.document().get());
        }
        Optional<String> found = known.find(draft);
        if (found.isPresent()) {
            return located(found.get(), Optional.empty());
        }
        if (record.acceptedAt().isPresent()) {
            return new Placed.Not(new FilingOutcome.Pending("in-review-at-the-ehr"));
        }
        Optional<Duration> unsettled = record.sentAt().flatMap(this::unsettled);
        if (unsettled.isPresent()) {
            return new Placed.Not(new FilingOutcome.Pending("answer-lost", Optional.empty(), unsettled));
        }
        if (recalled) {
            return new Placed.Not(new FilingOutcome.Refused(FilingOutcome.Refused.RECALLED));
        }
        if (profile.document().encounter() == WriteProfile.Encounter.REQUIRED
                && draft.review().encounter().isEmpty()) {
            return new Placed.Not(new FilingOutcome.Refused("encounter-missing"));
        }
        if (!said.creates("DocumentReference")) {
            // The signer was told so: a document that turned up all the same would be one that nobody expects.
            return new Placed.Not(new FilingOutcome.Refused(Misfit.NO_DOCUMENTS.code()));
        }
        DocumentReference document = renditions.document(draft, profile, device.get(), replaced);
        Optional<String> condition =
                profile.conditionalCreate() ? Optional.of(KnownDocument.query(draft)) : Optional.empty();
        ledger.sending();
        return after(sending.send(document, condition), draft);
    }

    private Placed after(Sent sent, StoredDraft draft) {
        return switch (sent) {
            case Sent.There there -> located(there.location(), there.version());
            case Sent.Accepted ignored -> {
                ledger.accepted();
                yield new Placed.Not(new FilingOutcome.Pending("in-review-at-the-ehr"));
            }
            case Sent.Somewhere ignored -> lookAgain(draft, new FilingOutcome.Pending("answer-unclear"));
            case Sent.Lost ignored ->
                lookAgain(draft, new FilingOutcome.Pending("unreachable", Optional.empty(), Optional.of(settle)));
            case Sent.No no -> refused(no, draft);
        };
    }

    private Placed refused(Sent.No no, StoredDraft draft) {
        FilingOutcome outcome = EhrWriter.outcome(no);
        if (no.isUnclear()) {
            return lookAgain(draft, new FilingOutcome.Pending("http-" + no.status(), no.words(), Optional.of(settle)));
        }
        Placed placed = no.mayBeThere() ? lookAgain(draft, outcome) : new Placed.Not(outcome);
        if (placed instanceof Placed.Not) {
            // The EHR itself answered and does not have it.
            ledger.notTaken();
        }
        return placed;
    }

    private Placed lookAgain(StoredDraft draft, FilingOutcome otherwise) {
        return known.find(draft)
                .map(found -> located(found, Optional.empty()))
                .orElseGet(() -> new Placed.Not(otherwise));
    }

    private Placed located(String location, Optional<String> version) {
        ledger.located(location, version);
        return new Placed.At(location);
    }

    /** How long a lost answer's document may still turn up. A clock that went back counts as no time at all. */
    private Optional<Duration> unsettled(Instant sentAt) {
        Instant until = sentAt.plus(settle);
        Instant now = ledger.now();
        return now.isBefore(until)
                ? Optional.of(
                        Duration.between(now, until).compareTo(settle) > 0 ? settle : Duration.between(now, until))
                : Optional.empty();
    }
}
