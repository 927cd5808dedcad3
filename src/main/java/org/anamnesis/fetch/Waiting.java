package org.anamnesis.fetch;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anamnesis.exchange.Deadline;

/** Waits for work in another thread, and gives it up at the deadline: its thread is interrupted and its socket closed. */
final class Waiting {

    private Waiting() {}

    /** The result; empty where the deadline came first. A bug in the work is a bug here. */
    static <T> Optional<T> until(Deadline deadline, Future<T> work) {
        try {
            return Optional.of(work.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            work.cancel(true);
            return Optional.empty();
        } catch (InterruptedException givenUp) {
            work.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading a chart broke", bug.getCause());
        }
    }
}
