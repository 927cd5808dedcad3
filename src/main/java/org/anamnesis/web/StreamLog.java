package org.anamnesis.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What a stream has told so far, in its order and numbered from 1, for the browser that asked and for the same browser after
 * its connection was lost. One reads it at a time: the newest.
 */
final class StreamLog {

    /** A summary has 200 statements at most, and a handful of steps. */
    private static final int MOST = 256;

    // A lock and not a monitor: hundreds of virtual threads wait here, and in a monitor each would hold a thread of the
    // system.
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<StreamEvent> told = new ArrayList<>();
    private Optional<StreamEvent.Reading> reading = Optional.empty();
    private int readings;
    private volatile Optional<Reader> current = Optional.empty();
    private boolean kept = true;

    /**
     * One event as it is sent.
     *
     * @param number by which it can be asked for what came after it; empty for a step of the reading, of which only the newest
     *     counts
     */
    record Numbered(Optional<Integer> number, StreamEvent event) {}

    /** Puts an event behind the others; false where there is no more room. */
    boolean add(StreamEvent event) {
        return locked(() -> told.size() < MOST && told.add(event));
    }

    /** Puts a step of the reading in the place of the one before. */
    void reading(StreamEvent.Reading step) {
        locked(() -> {
            reading = Optional.of(step);
            return ++readings;
        });
    }

    /** Reads what came after the first {@code seen} events, in the place of whoever read until now; empty where fewer came. */
    Optional<Reader> read(int seen) {
        return locked(() -> {
            if (!kept || seen > told.size()) {
                return Optional.empty();
            }
            current = Optional.of(new Reader(seen));
            return current;
        });
    }

    /** From now on nobody takes it up again; who reads it now reads it to its end. */
    void release() {
        locked(() -> kept = false);
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            T result = act.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** One connection's place in the log. For one thread. */
    final class Reader {

        private int next;
        private int readingsSeen;

        private Reader(int next) {
            this.next = next;
            // Once the chart is read, a step of the reading is news to nobody.
            this.readingsSeen = told.size() > 1 ? readings : 0;
        }

        /** The next event; empty where none came in time, or another reads by now. */
        Optional<Numbered> next(Duration time) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = time.toNanos();
                while (isCurrent() && readingsSeen == readings && next == told.size() && left > 0) {
                    left = changed.awaitNanos(left);
                }
                return isCurrent() ? taken() : Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        private Optional<Numbered> taken() {
            if (readingsSeen < readings) {
                readingsSeen = readings;
                return reading.map(step -> new Numbered(Optional.empty(), step));
            }
            if (next == told.size()) {
                return Optional.empty();
            }
            StreamEvent event = told.get(next++);
            return Optional.of(new Numbered(Optional.of(next), event));
        }

        /** Whether no other connection has taken its place. */
        boolean isCurrent() {
            return current.filter(reader -> reader == this).isPresent();
        }

        /** Waits for another connection to take its place, and tells whether one did. */
        boolean waitsForAnother(Duration time) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = time.toNanos();
                while (isCurrent() && kept && left > 0) {
                    left = changed.awaitNanos(left);
                }
                if (isCurrent()) {
                    kept = false;
                }
                return !isCurrent();
            } finally {
                lock.unlock();
            }
        }
    }
}
