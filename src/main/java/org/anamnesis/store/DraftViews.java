package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what a reviewer's page shows of a draft besides its text, so that it can be shown again after an edit or a reload. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DraftViews {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected DraftViews() {
        this.seal = null;
    }

    @Inject
    public DraftViews(Seal seal) {
        this.seal = seal;
    }

    /**
     * Keeps the view of a draft, once.
     *
     * @param shownTo the id of the user for whom it was made, at the EHR's authorization server
     */
    public void keep(UUID draft, String view, String shownTo) {
        DraftViewRow row = new DraftViewRow();
        row.draft = draft;
        row.sealedView = Objects.requireNonNull(seal).close(view, owner(draft));
        row.shownTo = shownTo;
        Objects.requireNonNull(entities).persist(row);
    }

    /** The view of a draft; empty where none was kept. Whose draft it is, the caller must know. */
    public Optional<String> find(UUID draft) {
        return Optional.ofNullable(Objects.requireNonNull(entities).find(DraftViewRow.class, draft))
                .map(row -> Objects.requireNonNull(seal).open(row.sealedView, owner(draft)));
    }

    private static String owner(UUID draft) {
        return draft + "#view";
    }
}
