package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds drafts by what they came from, and marks them. Every method is its own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class DraftOrigins {

    @PersistenceContext
    private @Nullable EntityManager entities;

    /**
     * What drafts are looked for; all that is given must hold, and something must be given.
     *
     * @param ehr of which EHR
     * @param model written by this model
     * @param prompt written under instructions of this version, or with this SHA-256
     * @param source standing on this resource, or written by a model that was told of it, {@code Type/id}
     * @param version on this version of it
     */
    public record Wanted(
            String ehr,
            Optional<String> model,
            Optional<String> prompt,
            Optional<String> source,
            Optional<String> version) {

        public Wanted {
            if (model.isEmpty() && prompt.isEmpty() && source.isEmpty()) {
                throw new IllegalArgumentException("something must be looked for");
            }
        }
    }

    /**
     * A draft that was found, without its text.
     *
     * @param state where it stands, as {@link DraftState}
     * @param location in the EHR, once it is filed
     * @param use how it used the resource that was looked for; empty where none was
     * @param marks that it was recalled, the oldest first
     */
    public record Found(
            UUID draft,
            String patient,
            String state,
            Optional<String> location,
            Instant composedAt,
            String writtenBy,
            Optional<String> model,
            Optional<String> prompt,
            Optional<Use> use,
            List<Mark> marks) {

        public Found {
            marks = List.copyOf(marks);
        }
    }

    /** How a draft used a resource. */
    public enum Use {
        /** A statement cites it, shown or withheld. */
        CITED,
        /** Its model was told of it; no statement cites it. */
        TOLD
    }

    /**
     * That somebody recalled a draft.
     *
     * @param by client and user
     * @param reason in the words of who did it; of no patient
     */
    public record Mark(Instant at, String by, String reason) {}

    /** The drafts, the newest first. */
    public List<Found> find(Wanted wanted, int most) {
        return find(wanted, Optional.empty(), most);
    }

    /** Those of the drafts that have no mark for a reason yet. */
    public List<Found> unmarked(Wanted wanted, String reason, int most) {
        return find(wanted, Optional.of(reason), most);
    }

    private List<Found> find(Wanted wanted, Optional<String> unmarkedFor, int most) {
        Map<String, Object> values = new HashMap<>(Map.of("ehr", wanted.ehr()));
        List<String> parts = new ArrayList<>(List.of("draft.ehr = :ehr", "origin.draft = draft.id"));
        wanted.model().ifPresent(model -> {
            parts.add("origin.model = :model");
            values.put("model", model);
        });
        wanted.prompt().ifPresent(prompt -> {
            parts.add("(origin.promptVersion = :prompt or origin.promptHash = :prompt or exists (select turn"
                    + " from DraftTurnRow turn where turn.draft = draft.id and turn.promptVersion = :prompt))");
            values.put("prompt", prompt);
        });
        wanted.source().ifPresent(source -> {
            parts.add("exists (select source from DraftSourceRow source where source.draft = draft.id"
                    + " and source.source = :source"
                    + (wanted.version().isPresent() ? " and source.version = :version)" : ")"));
            values.put("source", source);
            wanted.version().ifPresent(version -> values.put("version", version));
        });
        unmarkedFor.ifPresent(reason -> {
            parts.add("not exists (select mark from DraftMarkRow mark where mark.draft = draft.id"
                    + " and mark.reason = :reason)");
            values.put("reason", reason);
        });
        TypedQuery<Object[]> query = entities()
                .createQuery(
                        "select draft, origin from DraftRow draft, DraftOriginRow origin where "
                                + String.join(" and ", parts) + " order by draft.composedAt desc, draft.id",
                        Object[].class)
                .setMaxResults(most);
        values.forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        List<UUID> drafts = rows.stream().map(row -> ((DraftRow) row[0]).id).toList();
        Map<UUID, List<Mark>> marks = marks(drafts);
        Set<UUID> citing = citing(wanted, drafts);
        return rows.stream()
                .map(row -> found((DraftRow) row[0], (DraftOriginRow) row[1], use(wanted, citing, row), marks))
                .toList();
    }

    private static Optional<Use> use(Wanted wanted, Set<UUID> citing, Object[] row) {
        return wanted.source().map(source -> citing.contains(((DraftRow) row[0]).id) ? Use.CITED : Use.TOLD);
    }

    /** Those of the drafts in which a statement cites what is looked for. */
    private Set<UUID> citing(Wanted wanted, List<UUID> drafts) {
        if (wanted.source().isEmpty() || drafts.isEmpty()) {
            return Set.of();
        }
        TypedQuery<UUID> query = entities()
                .createQuery(
                        "select source.draft from DraftSourceRow source where source.draft in :drafts and source.cited = true"
                                + " and source.source = :source"
                                + (wanted.version().isPresent() ? " and source.version = :version" : ""),
                        UUID.class)
                .setParameter("drafts", drafts)
                .setParameter("source", wanted.source().get());
        wanted.version().ifPresent(version -> query.setParameter("version", version));
        return new HashSet<>(query.getResultList());
    }

    private static Found found(DraftRow draft, DraftOriginRow origin, Optional<Use> use, Map<UUID, List<Mark>> marks) {
        return new Found(
                draft.id,
                draft.patient,
                draft.state.name(),
                Optional.ofNullable(draft.location),
                draft.composedAt,
                draft.writtenBy,
                Optional.ofNullable(origin.model),
                Optional.ofNullable(origin.promptVersion),
                use,
                marks.getOrDefault(draft.id, List.of()));
    }

    private Map<UUID, List<Mark>> marks(List<UUID> drafts) {
        Map<UUID, List<Mark>> marks = new HashMap<>();
        if (!drafts.isEmpty()) {
            entities()
                    .createQuery("select mark from DraftMarkRow mark where mark.draft in :drafts", DraftMarkRow.class)
                    .setParameter("drafts", drafts)
                    .getResultList()
                    .stream()
                    .sorted(Comparator.comparing((DraftMarkRow mark) -> mark.markedAt))
                    .forEach(row -> marks.computeIfAbsent(row.draft, ignored -> new ArrayList<>())
                            .add(new Mark(row.markedAt, row.markedBy, row.reason)));
        }
        return marks;
    }

    /** The marks of one draft, the oldest first; empty where nobody recalled it. */
    public List<Mark> marksOf(UUID draft) {
        return marks(List.of(draft)).getOrDefault(draft, List.of());
    }

    /** Marks drafts. */
    public void mark(List<UUID> drafts, Mark mark) {
        for (UUID draft : drafts) {
            // Whoever signs it at this moment has it locked: either the mark is seen, or the signature was before it.
            entities().find(DraftRow.class, draft, LockModeType.PESSIMISTIC_WRITE);
            DraftMarkRow row = new DraftMarkRow();
            row.id = UUID.randomUUID();
            row.draft = draft;
            row.markedAt = mark.at();
            row.markedBy = mark.by();
            row.reason = mark.reason();
            entities().persist(row);
        }
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }
}
