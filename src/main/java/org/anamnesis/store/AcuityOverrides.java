package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps persons' decisions in a ward's order. Every method is its own transaction; nothing is ever changed or taken out. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AcuityOverrides {

    /** Place, computed place and reason, one below the other; only the last may have line ends. */
    private static final int PARTS = 3;

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected AcuityOverrides() {
        this.seal = null;
    }

    @Inject
    public AcuityOverrides(Seal seal) {
        this.seal = seal;
    }

    /** Keeps a decision. */
    public void keep(AcuityOverride decision) {
        AcuityOverrideRow row = new AcuityOverrideRow();
        row.id = decision.id();
        row.ehr = decision.ehr();
        row.patient = decision.patient();
        row.decidedAt = decision.at();
        row.holdsUntil = decision.until();
        row.decidedBy = decision.by();
        row.sealedContent = Objects.requireNonNull(seal)
                .close(
                        decision.tier().orElse("") + "\n" + decision.computed() + "\n" + decision.reason(),
                        decision.id().toString());
        Objects.requireNonNull(entities).persist(row);
    }

    /** The decisions that hold at a moment, by patient: the newest of each, unless it took an earlier one back. */
    public Map<String, AcuityOverride> holding(String ehr, Collection<String> patients, Instant moment) {
        if (patients.isEmpty()) {
            return Map.of();
        }
        Map<String, AcuityOverride> newest = new HashMap<>();
        Objects.requireNonNull(entities)
                .createQuery(
                        "select decision from AcuityOverrideRow decision where decision.ehr = :ehr"
                                + " and decision.patient in :patients and decision.holdsUntil > :moment"
                                + " order by decision.decidedAt",
                        AcuityOverrideRow.class)
                .setParameter("ehr", ehr)
                .setParameter("patients", List.copyOf(patients))
                .setParameter("moment", moment)
                .getResultList()
                .forEach(row -> newest.put(row.patient, stored(row)));
        newest.values().removeIf(decision -> !decision.holdsAt(moment));
        return newest;
    }

    /** All decisions on a patient, the oldest first. */
    public List<AcuityOverride> history(String ehr, String patient) {
        return Objects.requireNonNull(entities)
                .createQuery(
                        "select decision from AcuityOverrideRow decision where decision.ehr = :ehr"
                                + " and decision.patient = :patient order by decision.decidedAt",
                        AcuityOverrideRow.class)
                .setParameter("ehr", ehr)
                .setParameter("patient", patient)
                .getResultList()
                .stream()
                .map(this::stored)
                .toList();
    }

    private AcuityOverride stored(AcuityOverrideRow row) {
        UUID id = row.id;
        String[] parts = Objects.requireNonNull(seal)
                .open(row.sealedContent, id.toString())
                .split("\n", PARTS);
        return new AcuityOverride(
                id,
                row.ehr,
                row.patient,
                Optional.of(parts[0]).filter(tier -> !tier.isEmpty()),
                parts[1],
                parts[2],
                row.decidedBy,
                row.decidedAt,
                row.holdsUntil);
    }
}
