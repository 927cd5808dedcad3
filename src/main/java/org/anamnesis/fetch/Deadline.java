package org.anamnesis.fetch;

import java.time.Duration;

/** The moment by which something has to be over, on the monotonic clock. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, zero at least. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    Deadline orSooner(Duration time) {
        Deadline other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
