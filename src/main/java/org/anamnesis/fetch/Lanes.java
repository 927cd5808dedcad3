package org.anamnesis.fetch;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.anamnesis.exchange.Deadline;

/** Where the requests of one chart run: side by side, a few at a time, all under one deadline. */
final class Lanes implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore lanes;
    private final Deadline deadline;

    Lanes(int atATime, Deadline deadline) {
        this.lanes = new Semaphore(atATime, true);
        this.deadline = deadline;
    }

    /** Does the work as soon as a lane is free. */
    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(() -> {
            lanes.acquire();
            try {
                return work.call();
            } finally {
                lanes.release();
            }
        });
    }

    /** The result; empty where the deadline came first. */
    <T> Optional<T> await(Future<T> work) {
        return Waiting.until(deadline, work);
    }

    /** Gives up what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
