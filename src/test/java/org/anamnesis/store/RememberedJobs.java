package org.anamnesis.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests answered later that are kept in memory, as the database keeps them. */
public final class RememberedJobs extends KeptJobs {

    private final Map<String, JobRow> rows = new HashMap<>();

    @Override
    public synchronized boolean keep(StoredJob job, String request, int mostOpen) {
        long open = rows.values().stream()
                .filter(row -> row.owner.equals(job.owner()) && row.state != StoredJob.State.DONE)
                .count();
        if (open >= mostOpen) {
            return false;
        }
        JobRow row = new JobRow();
        row.id = job.id();
        row.ehr = job.ehr();
        row.owner = job.owner();
        row.createdAt = job.createdAt();
        row.expiresAt = job.expiresAt();
        row.sealedRequest = request;
        rows.put(row.id, row);
        return true;
    }

    /** The id of the only one, or of one of them. */
    public synchronized String only() {
        return rows.keySet().iterator().next();
    }

    /** All ids. */
    public synchronized List<String> all() {
        return List.copyOf(rows.keySet());
    }

    /** Everything that is kept of what was asked and what is done; nothing where it is done. */
    public synchronized boolean holdsRequest(String id) {
        return rows.get(id).sealedRequest != null || rows.get(id).sealedParts != null;
    }

    @Override
    public synchronized Optional<StoredJob> find(String id) {
        return Optional.ofNullable(rows.get(id))
                .map(row -> new StoredJob(
                        row.id,
                        row.ehr,
                        row.owner,
                        row.state,
                        row.createdAt,
                        row.expiresAt,
                        Optional.ofNullable(row.progress),
                        row.tries,
                        Optional.ofNullable(row.leasedUntil)));
    }

    @Override
    public synchronized boolean poll(String id, Instant now, Duration pause) {
        JobRow row = rows.get(id);
        if (row == null || (row.polledAt != null && row.polledAt.plus(pause).isAfter(now))) {
            return false;
        }
        row.polledAt = now;
        return true;
    }

    @Override
    public synchronized Optional<StoredJob.Taken> take(String id, String node, Instant now, Instant until) {
        JobRow row = rows.get(id);
        if (row == null
                || row.state == StoredJob.State.DONE
                || (row.leasedUntil != null && !row.leasedUntil.isBefore(now))
                || row.sealedRequest == null) {
            return Optional.empty();
        }
        row.state = StoredJob.State.RUNNING;
        row.tries++;
        row.leasedBy = node;
        row.leasedUntil = until;
        return Optional.of(new StoredJob.Taken(row.sealedRequest, Optional.ofNullable(row.sealedParts), row.tries));
    }

    @Override
    public synchronized boolean renew(String id, String node, Instant until, String progress) {
        JobRow row = held(id, node);
        if (row == null) {
            return false;
        }
        row.leasedUntil = until;
        row.progress = progress;
        return true;
    }

    @Override
    public synchronized boolean keepParts(String id, String node, String parts) {
        JobRow row = held(id, node);
        if (row != null) {
            row.sealedParts = parts;
        }
        return row != null;
    }

    @Override
    public synchronized void release(String id, String node) {
        JobRow row = held(id, node);
        if (row != null) {
            row.state = StoredJob.State.WAITING;
            row.tries--;
            row.leasedBy = null;
            row.leasedUntil = null;
        }
    }

    @Override
    public synchronized boolean finish(String id, String node, String result) {
        JobRow row = held(id, node);
        if (row == null) {
            return false;
        }
        row.state = StoredJob.State.DONE;
        row.leasedBy = null;
        row.leasedUntil = null;
        row.sealedRequest = null;
        row.sealedParts = null;
        row.sealedResult = result;
        notifyAll();
        return true;
    }

    /** Waits until one is done. */
    public synchronized void awaitDone(String id) throws InterruptedException {
        while (rows.get(id).state != StoredJob.State.DONE) {
            wait();
        }
    }

    @Override
    public synchronized Optional<String> result(String id) {
        return Optional.ofNullable(rows.get(id)).flatMap(row -> Optional.ofNullable(row.sealedResult));
    }

    @Override
    public synchronized void remove(String id) {
        rows.remove(id);
    }

    private @Nullable JobRow held(String id, String node) {
        JobRow row = rows.get(id);
        return row != null && row.state == StoredJob.State.RUNNING && node.equals(row.leasedBy) ? row : null;
    }
}
