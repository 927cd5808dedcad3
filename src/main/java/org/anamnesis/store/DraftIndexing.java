package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Indexes drafts that were kept before there was an index of what they came from, or with less in it; from what was kept with
 * them. Every method is its own transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DraftIndexing {

    private static final String UNINDEXED = " not exists (select origin from DraftOriginRow origin"
            + " where origin.draft = draft.id and origin.indexed >= :version)";

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected DraftIndexing() {
        this.seal = null;
    }

    @Inject
    public DraftIndexing(Seal seal) {
        this.seal = seal;
    }

    /** Drafts of an EHR that no search by what they came from can find. */
    public long notIndexed(String ehr) {
        return entities()
                .createQuery(
                        "select count(draft) from DraftRow draft where draft.ehr = :ehr and" + UNINDEXED, Long.class)
                .setParameter("ehr", ehr)
                .setParameter("version", DraftIndex.VERSION)
                .getSingleResult();
    }

    /** Drafts that are to be indexed, in the order of their ids, after one of them. */
    public List<UUID> next(Optional<UUID> after, int most) {
        return entities()
                .createQuery(
                        "select draft.id from DraftRow draft where draft.id > :after and" + UNINDEXED
                                + " order by draft.id",
                        UUID.class)
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setParameter("version", DraftIndex.VERSION)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Indexes one.
     *
     * @return false where what was kept with it cannot be opened: the key is gone, or it was altered
     */
    public boolean index(UUID draft) {
        DraftRow row = entities().find(DraftRow.class, draft);
        Optional<DraftContent> content = row == null ? Optional.empty() : open(row);
        content.ifPresent(kept -> DraftIndex.add(entities(), draft, kept));
        return content.isPresent();
    }

    private Optional<DraftContent> open(DraftRow row) {
        try {
            return Optional.of(
                    DraftContent.ofJson(Objects.requireNonNull(seal).open(row.sealedContent, row.id.toString())));
        } catch (IllegalStateException sealed) {
            return Optional.empty();
        }
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }
}
