package org.anamnesis.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.anamnesis.background.BackgroundWork;
import org.anamnesis.store.KeptJobs;
import org.anamnesis.store.StoredJob;
import org.jspecify.annotations.Nullable;

/**
 * Sees to one request that is answered later until it is forgotten: has it begun, by whichever node has room; begun again where
 * the node that did it died; removed when its time is over. It never does the work itself, which may take minutes: the
 * background's threads are for filing too.
 */
@ApplicationScoped
public class JobWork implements BackgroundWork {

    private static final Duration NO_ROOM = Duration.ofSeconds(2);

    private final @Nullable KeptJobs kept;
    private final @Nullable JobRuns runs;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected JobWork() {
        this.kept = null;
        this.runs = null;
        this.clock = null;
    }

    @Inject
    public JobWork(KeptJobs kept, JobRuns runs, Clock clock) {
        this.kept = kept;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return KeptJobs.WORK;
    }

    @Override
    public Next run(String id) {
        Optional<StoredJob> job = Objects.requireNonNull(kept).find(id);
        if (job.isEmpty()) {
            return new Next.Done();
        }
        Instant now = Objects.requireNonNull(clock).instant();
        if (!job.get().expiresAt().isAfter(now)) {
            kept.remove(id);
            return new Next.Done();
        }
        if (job.get().state() == StoredJob.State.DONE) {
            return new Next.Again(job.get().expiresAt());
        }
        boolean held = job.get().leasedUntil().filter(now::isBefore).isPresent();
        if (!held && !Objects.requireNonNull(runs).begin(id)) {
            return new Next.Again(now.plus(NO_ROOM));
        }
        Instant look = now.plus(JobRuns.LEASE);
        return new Next.Again(
                look.isBefore(job.get().expiresAt()) ? look : job.get().expiresAt());
    }
}
