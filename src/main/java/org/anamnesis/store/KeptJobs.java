package org.anamnesis.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.background.BackgroundQueue;
import org.jspecify.annotations.Nullable;

/** Keeps requests that are answered later, sealed. Every method is its own transaction. Times are in whole milliseconds. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class KeptJobs {

    /** The background work that does them; its ids are theirs. */
    public static final String WORK = "async-job";

    @PersistenceContext
    private @Nullable EntityManager entities;

    private final @Nullable Seal seal;
    private final @Nullable BackgroundQueue queue;

    /** For the container's proxies only. */
    protected KeptJobs() {
        this.seal = null;
        this.queue = null;
    }

    @Inject
    public KeptJobs(Seal seal, BackgroundQueue queue) {
        this.seal = seal;
        this.queue = queue;
    }

    /**
     * Keeps a new one and asks the background to do it.
     *
     * @param mostOpen how many of this owner may be open at once
     * @return false where the owner has that many
     */
    public boolean keep(StoredJob job, String request, int mostOpen) {
        long open = entities()
                .createQuery(
                        "select count(job) from JobRow job where job.owner = :owner and job.state <> :done", Long.class)
                .setParameter("owner", job.owner())
                .setParameter("done", StoredJob.State.DONE)
                .getSingleResult();
        if (open >= mostOpen) {
            return false;
        }
        JobRow row = new JobRow();
        row.id = job.id();
        row.ehr = job.ehr();
        row.owner = job.owner();
        row.createdAt = job.createdAt();
        row.expiresAt = job.expiresAt();
        row.sealedRequest = seal().close(request, job.id());
        entities().persist(row);
        Objects.requireNonNull(queue).enqueue(WORK, job.id(), job.createdAt());
        return true;
    }

    /** One by its id. */
    public Optional<StoredJob> find(String id) {
        return Optional.ofNullable(entities().find(JobRow.class, id)).map(KeptJobs::stored);
    }

    /** Notes that its state was asked for; false where that was less than a pause ago. */
    public boolean poll(String id, Instant now, Duration pause) {
        JobRow row = locked(id);
        if (row == null || (row.polledAt != null && row.polledAt.plus(pause).isAfter(now))) {
            return false;
        }
        row.polledAt = now;
        return true;
    }

    /** Takes one for a node; empty where it is done or gone, or another node has it. */
    public Optional<StoredJob.Taken> take(String id, String node, Instant now, Instant until) {
        JobRow row = locked(id);
        if (row == null || row.state == StoredJob.State.DONE || row.sealedRequest == null) {
            return Optional.empty();
        }
        if (row.leasedUntil != null && !row.leasedUntil.isBefore(now)) {
            return Optional.empty();
        }
        row.state = StoredJob.State.RUNNING;
        row.tries++;
        row.leasedBy = node;
        row.leasedUntil = until;
        return Optional.of(new StoredJob.Taken(
                seal().open(row.sealedRequest, id),
                Optional.ofNullable(row.sealedParts).map(parts -> seal().open(parts, id)),
                row.tries));
    }

    /** Holds on to one; false where it is this node's no more: cancelled, or taken by another. */
    public boolean renew(String id, String node, Instant until, String progress) {
        return held(id, node)
                .map(row -> {
                    row.leasedUntil = until;
                    row.progress = progress;
                    return true;
                })
                .orElse(false);
    }

    /** Keeps what is done of one, so that a later try need not do it again. */
    public boolean keepParts(String id, String node, String parts) {
        return held(id, node)
                .map(row -> {
                    row.sealedParts = seal().close(parts, id);
                    return true;
                })
                .orElse(false);
    }

    /** Gives one back undone, as if it had never been begun. */
    public void release(String id, String node) {
        held(id, node).ifPresent(row -> {
            row.state = StoredJob.State.WAITING;
            row.tries--;
            row.leasedBy = null;
            row.leasedUntil = null;
        });
    }

    /** Keeps its result; what was asked is kept no longer. False where it is this node's no more. */
    public boolean finish(String id, String node, String result) {
        return held(id, node)
                .map(row -> {
                    row.state = StoredJob.State.DONE;
                    row.progress = null;
                    row.leasedBy = null;
                    row.leasedUntil = null;
                    row.sealedRequest = null;
                    row.sealedParts = null;
                    row.sealedResult = seal().close(result, id);
                    return true;
                })
                .orElse(false);
    }

    /** The result of one that is done. */
    public Optional<String> result(String id) {
        return Optional.ofNullable(entities().find(JobRow.class, id))
                .flatMap(row -> Optional.ofNullable(row.sealedResult))
                .map(result -> seal().open(result, id));
    }

    /** Forgets one with all that is kept of it. */
    public void remove(String id) {
        JobRow row = locked(id);
        if (row != null) {
            entities().remove(row);
        }
    }

    private Optional<JobRow> held(String id, String node) {
        return Optional.ofNullable(locked(id))
                .filter(row -> row.state == StoredJob.State.RUNNING && node.equals(row.leasedBy));
    }

    private @Nullable JobRow locked(String id) {
        return entities().find(JobRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static StoredJob stored(JobRow row) {
        return new StoredJob(
                row.id,
                row.ehr,
                row.owner,
                row.state,
                row.createdAt,
                row.expiresAt,
                Optional.ofNullable(row.progress),
                row.tries,
                Optional.ofNullable(row.leasedUntil));
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }

    private Seal seal() {
        return Objects.requireNonNull(seal, "injected by the container");
    }
}
