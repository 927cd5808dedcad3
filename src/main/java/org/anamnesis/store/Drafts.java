package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps drafts. Every method is its own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Drafts {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected Drafts() {
        this.seal = null;
    }

    @Inject
    public Drafts(Seal seal) {
        this.seal = seal;
    }

    /** Keeps a new draft. */
    public void keep(StoredDraft draft) {
        String owner = draft.id().toString();
        DraftRow row = new DraftRow();
        row.id = draft.id();
        row.ehr = draft.ehr();
        row.patient = draft.patient();
        row.composedAt = draft.composedAt();
        row.writtenBy = draft.content().authorship().code();
        row.textHash = draft.textHash();
        row.sealedText = seal().close(draft.text(), owner);
        row.sealedContent = seal().close(draft.content().toJson(), owner);
        entities().persist(row);
        DraftIndex.add(entities(), draft);
    }

    /** A draft of one EHR; one EHR's drafts do not exist for another. */
    public Optional<StoredDraft> find(String ehr, UUID id) {
        return row(ehr, id, LockModeType.NONE).map(this::stored);
    }

    /** Puts the signature on a draft that has none; a draft that has one keeps it. Gives the draft as it then is. */
    public Optional<StoredDraft> sign(String ehr, UUID id, StoredDraft.Signature signature) {
        Optional<DraftRow> row = row(ehr, id, LockModeType.PESSIMISTIC_WRITE);
        row.filter(draft -> draft.state == DraftState.DRAFTED).ifPresent(draft -> {
            draft.state = DraftState.SIGNED;
            draft.signer = signature.signer();
            draft.signedAt = signature.at();
        });
        return row.map(this::stored);
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
    }

    private Optional<DraftRow> row(String ehr, UUID id, LockModeType lock) {
        return Optional.ofNullable(entities().find(DraftRow.class, id, lock)).filter(row -> row.ehr.equals(ehr));
    }

    private StoredDraft stored(DraftRow row) {
        String owner = row.id.toString();
        Optional<StoredDraft.Signature> signature = row.signer == null || row.signedAt == null
                ? Optional.empty()
                : Optional.of(new StoredDraft.Signature(row.signer, row.signedAt));
        Optional<StoredDraft.Filed> filed = row.location == null || row.filedAt == null
                ? Optional.empty()
                : Optional.of(new StoredDraft.Filed(row.location, row.filedAt));
        return new StoredDraft(
                row.id,
                row.ehr,
                row.patient,
                row.composedAt,
                seal().open(row.sealedText, owner),
                row.textHash,
                DraftContent.ofJson(seal().open(row.sealedContent, owner)),
                signature,
                filed);
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }

    private Seal seal() {
        return Objects.requireNonNull(seal, "injected by the container");
    }
}
