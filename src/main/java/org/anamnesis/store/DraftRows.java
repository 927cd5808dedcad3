package org.anamnesis.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts as rows, sealed, and as records, open. */
final class DraftRows {

    private static final char BETWEEN = '\u001f';

    private final EntityManager entities;
    private final Seal seal;

    DraftRows(EntityManager entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    Optional<DraftRow> find(String ehr, UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(DraftRow.class, id, lock)).filter(row -> row.ehr.equals(ehr));
    }

    DraftRow row(StoredDraft draft) {
        String owner = draft.id().toString();
        DraftRow row = new DraftRow();
        row.id = draft.id();
        row.ehr = draft.ehr();
        row.patient = draft.patient();
        row.composedAt = draft.composedAt();
        row.writtenBy = draft.content().authorship().code();
        row.textHash = draft.textHash();
        row.sealedText = seal.close(draft.text(), owner);
        row.sealedContent = seal.close(draft.content().toJson(), owner);
        row.replaces = draft.review().replaces().orElse(null);
        return row;
    }

    StoredDraft stored(DraftRow row) {
        String owner = row.id.toString();
        Optional<StoredDraft.Signature> signature = row.signer == null || row.signedAt == null
                ? Optional.empty()
                : Optional.of(
                        new StoredDraft.Signature(row.signer, Optional.ofNullable(row.signerPerson), row.signedAt));
        Optional<StoredDraft.Filed> filed = row.location == null || row.filedAt == null
                ? Optional.empty()
                : Optional.of(new StoredDraft.Filed(row.location, row.filedAt));
        Optional<StoredDraft.End> end = row.endReason == null || row.endedBy == null || row.endedAt == null
                ? Optional.empty()
                : Optional.of(new StoredDraft.End(row.endReason, row.endedBy, row.endedAt));
        String drafted = seal.open(row.sealedText, owner);
        return new StoredDraft(
                row.id,
                row.ehr,
                row.patient,
                row.composedAt,
                row.sealedEdited == null ? drafted : seal.open(row.sealedEdited, owner),
                row.textHash,
                DraftContent.ofJson(seal.open(row.sealedContent, owner)),
                signature,
                filed,
                new StoredDraft.Review(
                        row.state,
                        Optional.ofNullable(row.encounter),
                        Optional.ofNullable(row.replaces),
                        drafted,
                        edits(row.id),
                        end,
                        isRecalled(row)));
    }

    /** Whether somebody recalled a draft, or the one whose words it has to take its place. */
    boolean isRecalled(DraftRow row) {
        if (isMarked(row.id)) {
            return true;
        }
        DraftRow before = row.replaces == null ? null : entities.find(DraftRow.class, row.replaces);
        return before != null && before.textHash.equals(row.textHash) && isMarked(before.id);
    }

    /** Whether somebody recalled this very draft. */
    boolean isMarked(UUID draft) {
        return !entities.createQuery("select mark.id from DraftMarkRow mark where mark.draft = :draft", UUID.class)
                .setParameter("draft", draft)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What the signature on a row binds, in one text. */
    String binding(DraftRow row) {
        Instant at = row.signedAt == null ? Instant.EPOCH : row.signedAt;
        String bound = String.join(
                String.valueOf(BETWEEN),
                row.id.toString(),
                row.ehr,
                row.patient,
                row.encounter == null ? "" : row.encounter,
                row.signer == null ? "" : row.signer,
                String.valueOf(at.toEpochMilli()),
                row.textHash);
        // Signatures of before persons were told apart from roles bind none.
        return row.signerPerson == null ? bound : bound + BETWEEN + row.signerPerson;
    }

    /** Puts an edit after those that a draft has. */
    void add(DraftRow row, DraftEdit edit) {
        DraftEditRow kept = new DraftEditRow();
        kept.draft = row.id;
        kept.number = edits(row.id).size() + 1;
        kept.madeAt = edit.at();
        kept.madeBy = edit.by();
        kept.sealedEdit = seal.close(edit.toJson(), row.id + "#" + kept.number);
        entities.persist(kept);
    }

    private List<DraftEdit> edits(UUID draft) {
        return entities.createQuery(
                        "select edit from DraftEditRow edit where edit.draft = :draft order by edit.number",
                        DraftEditRow.class)
                .setParameter("draft", draft)
                .getResultStream()
                .map(edit -> DraftEdit.ofJson(seal.open(edit.sealedEdit, edit.draft + "#" + edit.number)))
                .toList();
    }
}
