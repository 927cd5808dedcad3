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
import org.jspecify.annotations.Nullable;

/** What reviewers do to drafts, and what time does to those that nobody signed. Every method is its own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DraftReviews {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected DraftReviews() {
        this.seal = null;
    }

    @Inject
    public DraftReviews(Seal seal) {
        this.seal = seal;
    }

    /**
     * What an edit comes to.
     *
     * @param seenHash SHA-256 of the text that the reviewer saw
     * @param text the text with the edit
     * @param textHash its SHA-256
     */
    public record Edited(String seenHash, DraftEdit edit, String text, String textHash) {}

    /**
     * Adds an edit. A signature that was on the draft is gone then: it was for another text. Empty where the text is another than
     * the one seen, or there is no such draft.
     *
     * @throws IllegalMove where the draft cannot be edited any more, or the EHR may have it already
     * @throws RecalledDraft where it was recalled itself; what takes a recalled document's place can be changed, for that mends it
     */
    public Optional<StoredDraft> edit(String ehr, UUID id, Edited edited) {
        DraftRows rows = new DraftRows(entities(), seal());
        return rows.find(ehr, id, LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.textHash.equals(edited.seenHash()))
                .map(row -> {
                    row.state.require(DraftState.EDITED);
                    if (rows.isMarked(row.id)) {
                        throw new RecalledDraft();
                    }
                    takeBack(row, DraftState.EDITED, edited.edit().at());
                    row.sealedEdited = seal().close(edited.text(), row.id.toString());
                    row.textHash = edited.textHash();
                    rows.add(row, edited.edit());
                    return rows.stored(row);
                });
    }

    /**
     * A draft to take the place of a filed one, with the same text and edits. Asking again gives the same one, as long as it is not
     * filed or over.
     *
     * @param id for the new draft
     * @throws IllegalMove where the old one is not in the EHR, or is replaced or taken back already
     */
    public Optional<StoredDraft> replacement(String ehr, UUID filed, UUID id, Instant now) {
        DraftRows rows = new DraftRows(entities(), seal());
        return rows.find(ehr, filed, LockModeType.PESSIMISTIC_WRITE).map(before -> {
            before.state.require(DraftState.SUPERSEDED);
            return underWay(filed).map(rows::stored).orElseGet(() -> {
                StoredDraft old = rows.stored(before);
                DraftRow row = rows.row(old);
                row.id = id;
                row.composedAt = now;
                row.replaces = filed;
                row.sealedText = seal().close(old.review().drafted(), id.toString());
                row.sealedContent = seal().close(old.content().toJson(), id.toString());
                if (!old.review().edits().isEmpty()) {
                    row.state = DraftState.EDITED;
                    row.sealedEdited = seal().close(old.text(), id.toString());
                }
                entities().persist(row);
                entities().flush();
                old.review().edits().forEach(edit -> rows.add(row, edit));
                DraftIndex.add(entities(), id, old.content());
                return rows.stored(row);
            });
        });
    }

    private Optional<DraftRow> underWay(UUID filed) {
        return entities()
                .createQuery(
                        "select draft from DraftRow draft where draft.replaces = :filed and draft.state in :going",
                        DraftRow.class)
                .setParameter("filed", filed)
                .setParameter("going", List.of(DraftState.DRAFTED, DraftState.EDITED, DraftState.SIGNED))
                .getResultStream()
                .findFirst();
    }

    /**
     * Ends a draft as {@code REJECTED}: its reviewer does not want it.
     *
     * @throws IllegalMove where it cannot be rejected any more, or the EHR may have it already
     */
    public Optional<StoredDraft> reject(String ehr, UUID id, StoredDraft.End end) {
        return end(ehr, id, DraftState.REJECTED, end);
    }

    /**
     * Marks what was filed as taken back in the EHR.
     *
     * @throws IllegalMove where it was not filed
     */
    public Optional<StoredDraft> enteredInError(String ehr, UUID id, StoredDraft.End end) {
        return end(ehr, id, DraftState.ENTERED_IN_ERROR, end);
    }

    /**
     * Ends drafts that nobody signed in time, at most so many at once.
     *
     * @return how many ended
     */
    public int expire(Instant composedBefore, Instant now, int most) {
        List<DraftRow> old = entities()
                .createQuery(
                        "select draft from DraftRow draft where draft.state in :open and draft.composedAt < :before"
                                + " order by draft.composedAt",
                        DraftRow.class)
                .setParameter("open", List.of(DraftState.DRAFTED, DraftState.EDITED))
                .setParameter("before", composedBefore)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setMaxResults(most)
                .getResultList();
        old.forEach(row -> move(row, DraftState.EXPIRED, new StoredDraft.End("not-signed-in-time", "anamnesis", now)));
        return old.size();
    }

    private Optional<StoredDraft> end(String ehr, UUID id, DraftState to, StoredDraft.End end) {
        DraftRows rows = new DraftRows(entities(), seal());
        return rows.find(ehr, id, LockModeType.PESSIMISTIC_WRITE).map(row -> {
            if (to == DraftState.REJECTED) {
                takeBack(row, to, end.at());
            }
            move(row, to, end);
            return rows.stored(row);
        });
    }

    private static void move(DraftRow row, DraftState to, StoredDraft.End end) {
        row.state.require(to);
        row.state = to;
        row.endReason = end.reason();
        row.endedBy = end.by();
        row.endedAt = end.at();
    }

    /** What is signed can be changed as long as the EHR surely has nothing of it; the signature goes. */
    private void takeBack(DraftRow row, DraftState to, Instant now) {
        row.state.require(to);
        if (row.state == DraftState.SIGNED) {
            FilingRow filing = entities().find(FilingRow.class, row.id, LockModeType.PESSIMISTIC_WRITE);
            boolean leased = row.leasedUntil != null && !row.leasedUntil.isBefore(now);
            boolean sent =
                    filing == null || filing.sentAt != null || filing.acceptedAt != null || filing.document != null;
            if (leased || sent) {
                throw new IllegalMove(row.state, to);
            }
            entities().remove(filing);
            row.signer = null;
            row.signerPerson = null;
            row.signedAt = null;
            row.encounter = null;
            row.sealedBinding = null;
        }
        if (to == DraftState.EDITED) {
            row.state = to;
        }
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }

    private Seal seal() {
        return Objects.requireNonNull(seal, "injected by the container");
    }
}
