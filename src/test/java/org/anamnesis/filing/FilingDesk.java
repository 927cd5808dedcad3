package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.audit.RecordedEvents;
import org.anamnesis.document.Renderer;
import org.anamnesis.draft.Authorship;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.review.SignedDraft;
import org.anamnesis.review.Signing;
import org.anamnesis.store.DraftContent;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.RememberedDrafts;
import org.anamnesis.store.RememberedFilings;
import org.anamnesis.store.Signer;
import org.anamnesis.store.StoredDraft;

/** One signed draft, an EHR, and any number of nodes that try to file it, one after another or together. */
final class FilingDesk implements AutoCloseable {

    static final FilingSettings SETTINGS = new FilingSettings(
            Duration.ofSeconds(10),
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2));

    /** One for all tests: a context is slow to make. */
    private static final EhrWriter WRITER = new EhrWriter(FhirContext.forR4(), new Renderer(List.of()));

    final RecordedEvents audit = new RecordedEvents();
    final RememberedDrafts drafts = new RememberedDrafts();
    final PretendedEhr ehr;
    final UUID id = UUID.randomUUID();

    private final AtomicInteger writes = new AtomicInteger();
    private final RememberedFilings ledger = new RememberedFilings(this::write, this::write);
    private final SteppedClock clock = new SteppedClock();
    private WriteProfile profile = WriteProfile.GENERIC;
    private volatile int diesAt = Integer.MAX_VALUE;

    FilingDesk(PretendedEhr ehr) {
        this.ehr = ehr;
        drafts.keep(new StoredDraft(
                id,
                "ward",
                "p1",
                clock.instant(),
                "The text that was signed.\n",
                "0".repeat(64),
                new DraftContent(new Authorship.ByRules(Optional.empty()), List.of(), List.of()),
                Optional.of(new StoredDraft.Signature("Practitioner/hassan", clock.instant())),
                Optional.empty(),
                new StoredDraft.Review(
                        DraftState.SIGNED,
                        Optional.of("visit"),
                        Optional.empty(),
                        "The text that was signed.\n",
                        List.of(),
                        Optional.empty())));
        ledger.queue(id, clock.instant());
    }

    FilingDesk with(WriteProfile other) {
        profile = other;
        return this;
    }

    /** The draft is to take the place of a document that is filed already. */
    FilingDesk inPlaceOf(String location) {
        StoredDraft draft = drafts.find("ward", id).orElseThrow();
        UUID before = UUID.randomUUID();
        drafts.keep(new StoredDraft(
                before,
                draft.ehr(),
                draft.patient(),
                draft.composedAt(),
                draft.text(),
                draft.textHash(),
                draft.content(),
                draft.signature(),
                Optional.of(new StoredDraft.Filed(location, clock.instant()))));
        drafts.replace(draft.standing(
                draft.signature(),
                draft.filed(),
                new StoredDraft.Review(
                        draft.state(),
                        draft.review().encounter(),
                        Optional.of(before),
                        draft.text(),
                        List.of(),
                        Optional.empty())));
        return this;
    }

    /** What is shown of the draft before it is signed, within this visit. */
    DocumentPreview preview(Optional<String> visit) {
        StoredDraft draft = drafts.find("ward", id).orElseThrow();
        StoredDraft unsigned = draft.standing(
                Optional.empty(),
                Optional.empty(),
                new StoredDraft.Review(
                        DraftState.DRAFTED,
                        Optional.empty(),
                        draft.review().replaces(),
                        draft.text(),
                        List.of(),
                        Optional.empty()));
        WriteProfiles profiles = new WriteProfiles(Map.of("ward", profile));
        // A page waits for a second at most; the first answer that is ever parsed takes longer.
        WRITER.capabilities().of(ehr.base()).join();
        return new DocumentPreviews(
                        drafts,
                        profiles,
                        new WriteFit(
                                new EhrRegistry(
                                        URI.create("http://localhost:8080"), List.of(WriteFitTest.ward(ehr.base()))),
                                profiles,
                                WRITER),
                        new Renderer(List.of()),
                        clock)
                .of(unsigned, Signer.of("Practitioner/hassan"), visit);
    }

    /** The node dies before or after the given write into the ledger: each write has two such moments. */
    void dieAt(int moment) {
        diesAt = writes.get() + moment;
    }

    /** The death of a node. */
    static final class Dead extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void write() {
        if (writes.incrementAndGet() == diesAt) {
            throw new Dead();
        }
    }

    /** One try of a fresh node. */
    FilingOutcome file() {
        Optional<SignedDraft> signed = new Signing(drafts, audit, clock).signed("ward", id);
        if (signed.isEmpty()) {
            return new FilingOutcome.Filed(
                    drafts.find("ward", id).orElseThrow().filed().orElseThrow().location(), false);
        }
        return new Filing(drafts, ledger, audit, clock, WRITER, SETTINGS)
                .file(
                        signed.get(),
                        new FilingTarget(ehr.base(), () -> "token", "Ward", Duration.ofSeconds(5), profile),
                        "a test");
    }

    FilingOutcome retract(String patient) {
        StoredDraft draft = drafts.find("ward", id).orElseThrow();
        assertThat(draft.patient()).isEqualTo(patient);
        return WRITER.retract(
                draft,
                draft.filed().orElseThrow().location(),
                new FilingTarget(ehr.base(), () -> "token", "Ward", Duration.ofSeconds(5), profile));
    }

    /** Tries as the background does, each at its time, until there is no other. */
    FilingOutcome fileUntilOver() {
        FilingOutcome last = file();
        for (int tries = 0; tries < 20 && standing() == FilingRecord.Standing.QUEUED && !isFiled(); tries++) {
            clock.step(Duration.ofMinutes(16));
            last = file();
        }
        return last;
    }

    boolean isFiled() {
        return drafts.find("ward", id).orElseThrow().state() == DraftState.FILED;
    }

    FilingRecord.Standing standing() {
        return record().standing();
    }

    FilingRecord record() {
        return ledger.find(id).orElseThrow();
    }

    Instant now() {
        return clock.instant();
    }

    void step(Duration time) {
        clock.step(time);
    }

    @Override
    public void close() {
        ehr.close();
    }

    private static final class SteppedClock extends Clock {

        private Instant now = Instant.parse("2025-03-30T00:30:00Z");

        synchronized void step(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
