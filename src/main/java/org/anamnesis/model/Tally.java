package org.anamnesis.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one model did. */
final class Tally {

    private final LongAdder asked = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder in = new LongAdder();
    private final LongAdder out = new LongAdder();
    private final Map<Cause, LongAdder> failures = new EnumMap<>(Cause.class);

    Tally() {
        for (Cause cause : Cause.values()) {
            failures.put(cause, new LongAdder());
        }
    }

    void asked(Try.Result result) {
        asked.increment();
        in.add(result.usage().in());
        out.add(result.usage().out());
        if (result.cause().isEmpty()) {
            answered.increment();
        }
    }

    void failed(Cause cause) {
        failures.getOrDefault(cause, new LongAdder()).increment();
    }

    long asked() {
        return asked.sum();
    }

    long answered() {
        return answered.sum();
    }

    long in() {
        return in.sum();
    }

    long out() {
        return out.sum();
    }

    Map<String, Long> failures() {
        Map<String, Long> counted = new TreeMap<>();
        failures.forEach((cause, count) -> {
            if (count.sum() > 0) {
                counted.put(cause.code(), count.sum());
            }
        });
        return counted;
    }
}
