package org.anamnesis.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The queue of background work: rows in the product's own database, taken by any node.
 *
 * <p>A request made within a transaction is part of it: it exists once the transaction is committed, and not at all
 * otherwise. The work of a node that died is taken up by another after {@link #DEAD_AFTER}.
 */
@ApplicationScoped
public class BackgroundQueue {

    /** How long a node may be silent before its work is given to another. */
    public static final Duration DEAD_AFTER = Duration.ofSeconds(40);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final int THREADS = 8;
    private static final int HOUSEKEEPERS = 3;

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    @Resource
    private @Nullable ManagedThreadFactory threads;

    @Inject
    @Any
    private @Nullable Instance<BackgroundWork> kinds;

    private volatile @Nullable Scheduler scheduler;

    /** Begins to take work. The schema must be there. */
    public void start() {
        ManagedThreadFactory factory = Objects.requireNonNull(threads);
        List<Task<?>> tasks = Objects.requireNonNull(kinds).stream()
                .<Task<?>>map(BackgroundQueue::task)
                .toList();
        Scheduler made = Scheduler.create(Objects.requireNonNull(database), tasks)
                // Not the host's: that may be long, and two nodes may share one.
                .schedulerName(new SchedulerName.Fixed("node-" + UUID.randomUUID()))
                .threads(THREADS)
                .executorService(Executors.newFixedThreadPool(THREADS, factory))
                .dueExecutor(Executors.newSingleThreadExecutor(factory))
                .housekeeperExecutor(Executors.newScheduledThreadPool(HOUSEKEEPERS, factory))
                .pollingInterval(POLL)
                .heartbeatInterval(DEAD_AFTER.dividedBy(MISSED_HEARTBEATS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                // What a failed work throws may hold what it worked on.
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler = made;
        made.start();
    }

    /** Asks for work at a time, unless a request for the same work and id waits already. */
    public void ensure(String work, String id, Instant at) {
        scheduler()
                .schedule(TaskDescriptor.of(work).instance(id).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /**
     * Asks for work at a time; a request for the same work and id that waits already is moved to it.
     *
     * @param work the work's name
     * @param id what it is about; at most 100 characters
     */
    public void enqueue(String work, String id, Instant at) {
        scheduler()
                .schedule(TaskDescriptor.of(work).instance(id).scheduledTo(at), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    private Scheduler scheduler() {
        Scheduler known = scheduler;
        if (known == null) {
            throw new IllegalStateException("background work cannot be asked for before the product has started");
        }
        return known;
    }

    private static Task<Void> task(BackgroundWork work) {
        FailureHandler<Void> later = new FailureHandler.OnFailureReschedule<>(FixedDelay.of(AFTER_FAILURE));
        return Tasks.custom(TaskDescriptor.of(work.name()))
                .onFailure(later)
                .onDeadExecutionRevive()
                .execute((instance, context) -> completion(work.run(instance.getId())));
    }

    private static CompletionHandler<Void> completion(BackgroundWork.Next next) {
        return switch (next) {
            case BackgroundWork.Next.Done ignored -> (complete, operations) -> operations.remove();
            case BackgroundWork.Next.Again again ->
                (complete, operations) -> operations.reschedule(complete, again.at());
        };
    }

    @PreDestroy
    void stop() {
        Scheduler known = scheduler;
        if (known != null) {
            known.stop();
        }
    }
}
