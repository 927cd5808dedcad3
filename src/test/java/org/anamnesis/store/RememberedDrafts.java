package org.anamnesis.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Drafts that are kept in memory. */
public final class RememberedDrafts extends Drafts {

    private final List<StoredDraft> kept = new ArrayList<>();
    private final Map<UUID, Instant> leases = new HashMap<>();

    public synchronized List<StoredDraft> kept() {
        return List.copyOf(kept);
    }

    @Override
    public synchronized void keep(StoredDraft draft) {
        kept.add(draft);
    }

    @Override
    public synchronized Optional<StoredDraft> find(String ehr, UUID id) {
        return kept.stream()
                .filter(draft -> draft.ehr().equals(ehr) && draft.id().equals(id))
                .findFirst();
    }

    /** Puts a draft in the place of the one of the same id. */
    public synchronized void replace(StoredDraft draft) {
        kept.replaceAll(known -> known.id().equals(draft.id()) ? draft : known);
    }

    @Override
    public synchronized Optional<StoredDraft> sign(String ehr, UUID id, NewSignature signature) {
        find(ehr, id)
                .filter(draft -> draft.state().isOpen()
                        && draft.textHash().equals(signature.textHash())
                        && !draft.review().recalled())
                .ifPresent(draft -> replace(draft.signed(
                        new StoredDraft.Signature(signature.signer().reference(), signature.person(), signature.at()),
                        signature.encounter())));
        return find(ehr, id);
    }

    /** Marks a draft as recalled. */
    public synchronized void recall(String ehr, UUID id) {
        StoredDraft draft = find(ehr, id).orElseThrow();
        StoredDraft.Review review = draft.review();
        replace(draft.standing(
                draft.signature(),
                draft.filed(),
                new StoredDraft.Review(
                        review.state(),
                        review.encounter(),
                        review.replaces(),
                        review.drafted(),
                        review.edits(),
                        review.end(),
                        true)));
    }

    @Override
    public boolean isBound(String ehr, UUID id) {
        return true;
    }

    @Override
    public synchronized boolean lease(UUID id, Instant now, Instant until) {
        boolean free = kept.stream().anyMatch(draft -> draft.id().equals(id) && draft.state() == DraftState.SIGNED)
                && (!leases.containsKey(id) || leases.get(id).isBefore(now));
        if (free) {
            leases.put(id, until);
        }
        return free;
    }

    @Override
    public synchronized void release(UUID id, Instant until) {
        leases.remove(id, until);
    }

    @Override
    public synchronized void filed(UUID id, StoredDraft.Filed filed) {
        kept.replaceAll(draft -> draft.id().equals(id) ? filed(draft, filed) : draft);
    }

    private static StoredDraft filed(StoredDraft draft, StoredDraft.Filed filed) {
        if (draft.state() != DraftState.SIGNED) {
            throw new IllegalStateException("only a signed draft can be filed");
        }
        return new StoredDraft(
                draft.id(),
                draft.ehr(),
                draft.patient(),
                draft.composedAt(),
                draft.text(),
                draft.textHash(),
                draft.content(),
                draft.signature(),
                Optional.of(filed));
    }
}
