package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.background.BackgroundQueue;
import org.jspecify.annotations.Nullable;

/** Keeps drafts on their way from composition into the EHR. Every method is its own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Drafts {

    /** The background work that files a signed draft; its ids are {@link #filingId}. */
    public static final String FILING = "file-draft";

    @PersistenceContext
    private @Nullable EntityManager entities;

    @Inject
    private @Nullable Event<DraftSigned> signings;

    private final @Nullable Seal seal;
    private final @Nullable BackgroundQueue queue;

    /** For the container's proxies only. */
    protected Drafts() {
        this.seal = null;
        this.queue = null;
    }

    @Inject
    public Drafts(Seal seal, BackgroundQueue queue) {
        this.seal = seal;
        this.queue = queue;
    }

    /** The name under which the background knows a draft: {@code EHR/UUID}. */
    public static String filingId(String ehr, UUID draft) {
        return ehr + "/" + draft;
    }

    /** Keeps a new draft. */
    public void keep(StoredDraft draft) {
        entities().persist(rows().row(draft));
        DraftIndex.add(entities(), draft);
    }

    /** A draft of one EHR; one EHR's drafts do not exist for another. */
    public Optional<StoredDraft> find(String ehr, UUID id) {
        return rows().find(ehr, id, LockModeType.NONE).map(rows()::stored);
    }

    /**
     * Puts the signature on a draft that is open and whose text is the one that was seen, and asks the background to file it, in
     * one transaction. A draft that is signed keeps its signature; one of another text, or that was recalled, gets none. Gives the
     * draft as it then is.
     */
    public Optional<StoredDraft> sign(String ehr, UUID id, NewSignature signature) {
        DraftRows rows = rows();
        Optional<DraftRow> found = rows.find(ehr, id, LockModeType.PESSIMISTIC_WRITE);
        found.filter(row -> row.state.isOpen() && row.textHash.equals(signature.textHash()) && !rows.isRecalled(row))
                .ifPresent(row -> {
                    row.state.require(DraftState.SIGNED);
                    row.state = DraftState.SIGNED;
                    row.signer = signature.signer().reference();
                    row.signerPerson = signature.person().orElse(null);
                    row.signedAt = signature.at();
                    row.encounter = signature.encounter().orElse(null);
                    row.sealedBinding = seal().close(rows.binding(row), row.id.toString());
                    entities().persist(queued(row.id, signature));
                    Objects.requireNonNull(queue).enqueue(FILING, filingId(ehr, id), signature.firstTry());
                    Objects.requireNonNull(signings).fire(new DraftSigned(rows.stored(row)));
                });
        return found.map(rows::stored);
    }

    /** Whether the signature on a draft is the one that was made: for this text, patient, visit, signer and time. */
    public boolean isBound(String ehr, UUID id) {
        DraftRows rows = rows();
        return rows.find(ehr, id, LockModeType.NONE)
                .filter(row -> row.sealedBinding != null
                        && seal().open(row.sealedBinding, row.id.toString()).equals(rows.binding(row)))
                .isPresent();
    }

    /**
     * Takes the right to file a signed draft for a while; false where another holds it, or it is filed already.
     *
     * @param until when it runs out, in whole milliseconds
     */
    public boolean lease(UUID id, Instant now, Instant until) {
        DraftRow row = entities().find(DraftRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean free = row != null
                && row.state == DraftState.SIGNED
                && (row.leasedUntil == null || row.leasedUntil.isBefore(now));
        if (free) {
            row.leasedUntil = until;
        }
        return free;
    }

    /**
     * Gives the right to file back, so that the next try need not wait.
     *
     * @param until when the lease would have run out; the lease of another, taken after ours ran out, stays
     */
    public void release(UUID id, Instant until) {
        DraftRow row = entities().find(DraftRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && until.equals(row.leasedUntil)) {
            row.leasedUntil = null;
        }
    }

    /** Marks a signed draft as filed; one that another try has found in the same place stays as it is. */
    public void filed(UUID id, StoredDraft.Filed filed) {
        DraftRow row = entities().find(DraftRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.state == DraftState.FILED && filed.location().equals(row.location)) {
            return;
        }
        if (row == null || row.state != DraftState.SIGNED) {
            throw new IllegalStateException("only a signed draft can be filed");
        }
        row.state = DraftState.FILED;
        row.location = filed.location();
        row.filedAt = filed.at();
        row.leasedUntil = null;
        FilingRow ledger = entities().find(FilingRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (ledger != null) {
            ledger.standing = FilingRecord.Standing.FILED;
            ledger.tries++;
            ledger.nextTry = null;
            ledger.reason = null;
            ledger.sealedWords = null;
            ledger.sentAt = null;
            ledger.document = filed.location();
        }
        supersede(row);
    }

    private void supersede(DraftRow row) {
        if (row.replaces == null) {
            return;
        }
        DraftRow before = entities().find(DraftRow.class, row.replaces, LockModeType.PESSIMISTIC_WRITE);
        if (before != null && before.state == DraftState.FILED) {
            before.state = DraftState.SUPERSEDED;
        }
    }

    private FilingRow queued(UUID id, NewSignature signature) {
        FilingRow known = entities().find(FilingRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        FilingRow row = known == null ? new FilingRow() : known;
        row.draft = id;
        row.standing = FilingRecord.Standing.QUEUED;
        row.queuedAt = signature.at();
        row.tries = 0;
        row.nextTry = signature.firstTry();
        row.reason = null;
        row.sealedWords = null;
        return row;
    }

    private DraftRows rows() {
        return new DraftRows(entities(), seal());
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }

    private Seal seal() {
        return Objects.requireNonNull(seal, "injected by the container");
    }
}
