package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was drafted and signed of one patient, for whoever compares. Every method is its own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DraftVersions {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected DraftVersions() {
        this.seal = null;
    }

    @Inject
    public DraftVersions(Seal seal) {
        this.seal = seal;
    }

    /**
     * A draft with whom its page was made for.
     *
     * @param hasView whether it can be shown with its sources, not its text alone
     * @param shownTo the user's id at the EHR's authorization server; empty for drafts that no page was made of
     */
    public record Version(StoredDraft draft, boolean hasView, Optional<String> shownTo) {}

    /**
     * The newest drafts of a patient that were made for a user or signed by anybody, the newest first. Drafts that others have not
     * signed are not among them: they may tell what this user may not read.
     *
     * @param user the user's id at the EHR's authorization server
     * @param most how many of either
     */
    public List<Version> of(String ehr, String patient, String user, int most) {
        Stream<DraftRow> own = entities()
                .createQuery(
                        "select draft from DraftRow draft, DraftViewRow shown where shown.draft = draft.id"
                                + " and draft.ehr = :ehr and draft.patient = :patient and shown.shownTo = :user"
                                + " order by draft.composedAt desc",
                        DraftRow.class)
                .setParameter("ehr", ehr)
                .setParameter("patient", patient)
                .setParameter("user", user)
                .setMaxResults(most)
                .getResultStream();
        Stream<DraftRow> signed = entities()
                .createQuery(
                        "select draft from DraftRow draft where draft.ehr = :ehr and draft.patient = :patient"
                                + " and draft.signer is not null order by draft.composedAt desc",
                        DraftRow.class)
                .setParameter("ehr", ehr)
                .setParameter("patient", patient)
                .setMaxResults(most)
                .getResultStream();
        DraftRows rows = new DraftRows(entities(), Objects.requireNonNull(seal));
        return Stream.concat(own, signed)
                .distinct()
                .sorted(Comparator.comparing((DraftRow row) -> row.composedAt).reversed())
                .map(row -> version(rows.stored(row)))
                .toList();
    }

    /** One draft of a patient, whoever it was made for. */
    public Optional<Version> find(String ehr, String patient, UUID id) {
        DraftRows rows = new DraftRows(entities(), Objects.requireNonNull(seal));
        return Optional.ofNullable(entities().find(DraftRow.class, id))
                .filter(row -> row.ehr.equals(ehr) && row.patient.equals(patient))
                .map(row -> version(rows.stored(row)));
    }

    private Version version(StoredDraft draft) {
        Optional<DraftViewRow> view = Optional.ofNullable(entities().find(DraftViewRow.class, draft.id()));
        return new Version(draft, view.isPresent(), view.flatMap(row -> Optional.ofNullable(row.shownTo)));
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }
}
