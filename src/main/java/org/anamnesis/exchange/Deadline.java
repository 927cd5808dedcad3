package org.anamnesis.exchange;

import java.time.Duration;

/** The moment by which something has to be over, on the monotonic clock. */
public record Deadline(long nanos) {

    /** So much time from now on. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, zero at least. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** Whether the time is up. */
    public boolean isOver() {
        return left().isZero();
    }

    /** This deadline, or one so much time from now if that is sooner. */
    public Deadline orSooner(Duration time) {
        Deadline other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }
}
