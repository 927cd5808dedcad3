package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of filings: what was sent to an EHR and what is known to have come of it. Each method is its own transaction, done
 * when it returns, so that a node that dies a moment later leaves the truth behind.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class FilingLedger {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected FilingLedger() {
        this.seal = null;
    }

    @Inject
    public FilingLedger(Seal seal) {
        this.seal = seal;
    }

    /** What is known of a draft's filing; empty where it was never signed. */
    public Optional<FilingRecord> find(UUID draft) {
        return Optional.ofNullable(entities().find(FilingRow.class, draft)).map(this::recorded);
    }

    /** Whether a document in an EHR is known to be that of another draft. */
    public boolean isOfAnother(String ehr, String document, UUID draft) {
        return entities()
                        .createQuery(
                                "select count(known) from FilingRow known, DraftRow draft where draft.id = known.draft"
                                        + " and draft.ehr = :ehr and known.document = :document and known.draft <> :id",
                                Long.class)
                        .setParameter("ehr", ehr)
                        .setParameter("document", document)
                        .setParameter("id", draft)
                        .getSingleResult()
                > 0;
    }

    /** A person asks for a filing that had ended to be tried again. */
    public void again(UUID draft, Instant now, Instant nextTry) {
        change(draft, row -> {
            row.standing = FilingRecord.Standing.QUEUED;
            row.queuedAt = now;
            row.tries = 0;
            row.nextTry = nextTry;
        });
    }

    /** A document is about to be sent: from here on the EHR may have it. */
    public void sending(UUID draft, Instant at) {
        change(draft, row -> row.sentAt = at);
    }

    /** The EHR has surely not kept what was sent. */
    public void notTaken(UUID draft) {
        change(draft, row -> row.sentAt = null);
    }

    /** The EHR took it for a review of its own and has not said where it is. */
    public void accepted(UUID draft, Instant at) {
        change(draft, row -> {
            row.acceptedAt = row.acceptedAt == null ? at : row.acceptedAt;
            row.sentAt = null;
        });
    }

    /** The EHR has it here. */
    public void located(UUID draft, String document, Optional<String> version) {
        change(draft, row -> {
            row.document = document;
            row.documentVersion = version.orElse(row.documentVersion);
            row.sentAt = null;
        });
    }

    /** What of the document, besides its text, the EHR did not keep, as stable codes. */
    public void notKept(UUID draft, List<String> codes) {
        change(draft, row -> row.notKept = codes.isEmpty() ? null : String.join(" ", codes));
    }

    /** A try ended without the document being filed, and there will be another. */
    public void waiting(UUID draft, String reason, Optional<String> words, Instant nextTry) {
        change(draft, row -> {
            row.tries++;
            row.reason = reason;
            row.sealedWords = sealed(words, draft);
            row.nextTry = nextTry;
        });
    }

    /** There will be no other try, unless a person asks for it. */
    public void ended(UUID draft, FilingRecord.Standing standing, String reason, Optional<String> words) {
        change(draft, row -> {
            row.tries++;
            row.standing = standing;
            row.reason = reason;
            row.sealedWords = sealed(words, draft);
            row.nextTry = null;
        });
    }

    private void change(UUID draft, Consumer<FilingRow> change) {
        FilingRow row = entities().find(FilingRow.class, draft, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new IllegalStateException("a draft that was not signed is not filed");
        }
        change.accept(row);
    }

    private @Nullable String sealed(Optional<String> words, UUID draft) {
        return words.map(text -> seal().close(text, draft.toString())).orElse(null);
    }

    private FilingRecord recorded(FilingRow row) {
        return new FilingRecord(
                row.draft,
                row.standing,
                row.queuedAt,
                row.tries,
                Optional.ofNullable(row.nextTry),
                Optional.ofNullable(row.reason),
                Optional.ofNullable(row.sealedWords).map(text -> seal().open(text, row.draft.toString())),
                Optional.ofNullable(row.sentAt),
                Optional.ofNullable(row.acceptedAt),
                Optional.ofNullable(row.document),
                Optional.ofNullable(row.documentVersion),
                row.notKept());
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }

    private Seal seal() {
        return Objects.requireNonNull(seal, "injected by the container");
    }
}
