package org.anamnesis.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts that are kept in memory. */
public final class RememberedDrafts extends Drafts {

    private final List<StoredDraft> kept = new ArrayList<>();

    public List<StoredDraft> kept() {
        return List.copyOf(kept);
    }

    @Override
    public void keep(StoredDraft draft) {
        kept.add(draft);
    }

    @Override
    public Optional<StoredDraft> find(String ehr, UUID id) {
        return kept.stream()
                .filter(draft -> draft.ehr().equals(ehr) && draft.id().equals(id))
                .findFirst();
    }
}
