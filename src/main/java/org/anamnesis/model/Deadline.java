package org.anamnesis.model;

import java.time.Duration;

/** A moment after which nothing more is waited for: several calls can share one. */
public record Deadline(long nanos) {

    /** So far from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The time left; zero where it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** This one, or another one where it comes sooner. */
    Deadline orIn(Duration time) {
        return left().compareTo(time) <= 0 ? this : in(time);
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
