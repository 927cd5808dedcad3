package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.anamnesis.filing.FilingStatus;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/** Says where drafts stand: from the draft, the ledger of its filing and the names of persons. */
@ApplicationScoped
public class DraftStatuses {

    private final @Nullable FilingLedger ledger;
    private final @Nullable Names names;

    /** For the container's proxies only. */
    protected DraftStatuses() {
        this.ledger = null;
        this.names = null;
    }

    @Inject
    public DraftStatuses(FilingLedger ledger, Names names) {
        this.ledger = ledger;
        this.names = names;
    }

    /** Where a draft stands. */
    DraftStatus of(StoredDraft draft) {
        return DraftStatus.of(
                draft,
                FilingStatus.of(draft, Objects.requireNonNull(ledger).find(draft.id())),
                Objects.requireNonNull(names).at(draft.ehr()));
    }
}
