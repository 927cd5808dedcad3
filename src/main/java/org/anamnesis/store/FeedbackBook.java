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

/** Keeps what clinicians say of drafts; nothing is ever changed or taken out, and nothing leaves this database. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class FeedbackBook {

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;

    /** For the container's proxies only. */
    protected FeedbackBook() {
        this.seal = null;
    }

    @Inject
    public FeedbackBook(Seal seal) {
        this.seal = seal;
    }

    /** Keeps it. */
    public void keep(Feedback feedback) {
        FeedbackRow row = new FeedbackRow();
        row.id = feedback.id();
        row.ehr = feedback.ehr();
        row.draft = feedback.draft();
        row.statement = feedback.statement().orElse(null);
        row.category = feedback.category();
        row.safety = feedback.safety();
        row.by = feedback.by();
        row.at = feedback.at();
        row.sealedWords = feedback.words()
                .map(words ->
                        Objects.requireNonNull(seal).close(words, feedback.id().toString()))
                .orElse(null);
        Objects.requireNonNull(entities).persist(row);
    }

    /** What was said of a draft, the oldest first. */
    public List<Feedback> of(UUID draft) {
        return Objects.requireNonNull(entities)
                .createQuery(
                        "select said from FeedbackRow said where said.draft = :draft order by said.at",
                        FeedbackRow.class)
                .setParameter("draft", draft)
                .getResultList()
                .stream()
                .map(this::stored)
                .toList();
    }

    private Feedback stored(FeedbackRow row) {
        return new Feedback(
                row.id,
                row.ehr,
                row.draft,
                Optional.ofNullable(row.statement),
                row.category,
                row.safety,
                row.by,
                row.at,
                Optional.ofNullable(row.sealedWords)
                        .map(words -> Objects.requireNonNull(seal).open(words, row.id.toString())));
    }
}
