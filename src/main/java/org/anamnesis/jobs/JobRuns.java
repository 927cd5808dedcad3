package org.anamnesis.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.anamnesis.store.KeptJobs;
import org.anamnesis.store.StoredJob;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests that this node is doing, each on a thread of its own. While one is done, its lease is renewed every few seconds;
 * where that fails, its caller has given up or another node has it, and it is ended here.
 */
@ApplicationScoped
public class JobRuns {

    /** After this a node that says nothing has lost what it was doing. */
    static final Duration LEASE = Duration.ofSeconds(20);

    /** How often one that was interrupted is begun. */
    static final int MOST_TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final String node = UUID.randomUUID().toString();
    private final Map<String, Local> running = new ConcurrentHashMap<>();

    private final @Nullable KeptJobs kept;
    private final @Nullable JobPerformer performer;
    private final @Nullable JobSettings settings;
    private final @Nullable Clock clock;

    @Resource
    private @Nullable ManagedThreadFactory managed;

    private final Optional<ThreadFactory> given;

    private volatile boolean stopping;

    /** One that is done here. */
    private record Local(String id, Running run, CountDownLatch over) {}

    /** For the container's proxies only. */
    protected JobRuns() {
        this.kept = null;
        this.performer = null;
        this.settings = null;
        this.clock = null;
        this.given = Optional.empty();
    }

    @Inject
    public JobRuns(KeptJobs kept, JobPerformer performer, JobSettings settings, Clock clock) {
        this(kept, performer, settings, clock, Optional.empty());
    }

    /** @param threads instead of the container's */
    JobRuns(KeptJobs kept, JobPerformer performer, JobSettings settings, Clock clock, Optional<ThreadFactory> threads) {
        this.kept = kept;
        this.performer = performer;
        this.settings = settings;
        this.clock = clock;
        this.given = threads;
    }

    /** Begins one, where this node is up and has room for it and nobody has it; whether it is and has. */
    boolean begin(String id) {
        if (stopping
                || !Objects.requireNonNull(performer).isReady()
                || running.size() >= Objects.requireNonNull(settings).atOnce()) {
            return false;
        }
        Instant now = now();
        kept().take(id, node, now, now.plus(LEASE)).ifPresent(taken -> begin(id, taken));
        return true;
    }

    private void begin(String id, StoredJob.Taken taken) {
        JobRequest request = JobRequest.ofJson(taken.request());
        Running run = new Running(
                taken.parts().map(Parts::read).orElse(Map.of()),
                parts -> kept().keepParts(id, node, Parts.write(parts)));
        Local local = new Local(id, run, new CountDownLatch(1));
        running.put(id, local);
        ThreadFactory factory = given.orElseGet(() -> Objects.requireNonNull(managed));
        factory.newThread(() -> pulse(local)).start();
        factory.newThread(() -> perform(local, request, taken.tries())).start();
    }

    private void perform(Local local, JobRequest request, int tries) {
        String id = local.id();
        Running run = local.run();
        JobPerformer does = Objects.requireNonNull(performer);
        try {
            JobResult result = tries > MOST_TRIES ? does.interrupted(request) : run.during(() -> does.perform(request));
            // One that was given up here for another node's sake is that node's to answer.
            if (!run.isCancelled()) {
                kept().finish(id, node, result.toJson());
            }
        } catch (Exception failed) {
            LOG.error(
                    "A request that is answered later failed: {}",
                    failed.getClass().getName());
            kept().finish(id, node, does.interrupted(request).toJson());
        } finally {
            running.remove(id);
            local.over().countDown();
        }
    }

    private void pulse(Local local) {
        try {
            while (!local.over().await(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!kept().renew(
                                        local.id(),
                                        node,
                                        now().plus(LEASE),
                                        local.run().step())
                        && local.over().getCount() > 0) {
                    local.run().cancellation().cancel();
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("A lease could not be renewed: {}", failed.getClass().getName());
        }
    }

    /** Gives back what is not done, so that another node, or this one when it is back, takes it up at once. */
    @PreDestroy
    void stop() {
        stopping = true;
        running.forEach((id, local) -> {
            kept().release(id, node);
            local.run().cancellation().cancel();
        });
    }

    private KeptJobs kept() {
        return Objects.requireNonNull(kept);
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
