package org.anamnesis.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it on. */
public final class SteppedClock extends Clock {

    private volatile Instant now;

    public SteppedClock() {
        this(Instant.parse("2031-05-06T07:08:09Z"));
    }

    /** Where others' clocks matter too. */
    SteppedClock(Instant now) {
        this.now = now;
    }

    public void step(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
