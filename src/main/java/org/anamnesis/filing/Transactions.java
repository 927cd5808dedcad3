package org.anamnesis.filing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Which EHRs say that they have transactions, remembered for an hour; what could not be learned is asked for again. */
final class Transactions {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Map<URI, Known> known = new ConcurrentHashMap<>();

    private record Known(boolean has, long until) {}

    boolean has(URI base, BooleanSupplier ask) {
        Known before = known.get(base);
        if (before != null && before.until() - System.nanoTime() > 0) {
            return before.has();
        }
        boolean has = ask.getAsBoolean();
        known.put(base, new Known(has, System.nanoTime() + REMEMBERED.toNanos()));
        return has;
    }
}
