package org.anamnesis.store;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Edits that are kept in memory, beside the drafts they are of. */
public final class RememberedReviews extends DraftReviews {

    private final RememberedDrafts drafts;

    public RememberedReviews(RememberedDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<StoredDraft> edit(String ehr, UUID id, Edited edited) {
        Optional<StoredDraft> now = drafts.find(ehr, id)
                .filter(draft -> draft.textHash().equals(edited.seenHash()))
                .map(draft -> edited(draft, edited));
        now.ifPresent(drafts::replace);
        return now;
    }

    private static StoredDraft edited(StoredDraft draft, Edited edited) {
        draft.state().require(DraftState.EDITED);
        return new StoredDraft(
                draft.id(),
                draft.ehr(),
                draft.patient(),
                draft.composedAt(),
                edited.text(),
                edited.textHash(),
                draft.content(),
                Optional.empty(),
                Optional.empty(),
                new StoredDraft.Review(
                        DraftState.EDITED,
                        Optional.empty(),
                        draft.review().replaces(),
                        draft.review().drafted(),
                        Stream.concat(draft.review().edits().stream(), Stream.of(edited.edit()))
                                .toList(),
                        Optional.empty()));
    }
}
