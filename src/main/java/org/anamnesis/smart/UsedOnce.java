package org.anamnesis.smart;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used and may not be used again until it is over. Bounded: beyond the bound the oldest is forgotten, which lets an
 * authorization code be tried twice that the EHR takes only once.
 */
final class UsedOnce {

    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    UsedOnce(Clock clock) {
        this.clock = clock;
    }

    /**
     * Uses it.
     *
     * @param until from when on it is worth nothing anyway
     * @return whether this is the first time
     */
    synchronized boolean use(String one, Instant until) {
        Iterator<Instant> oldest = used.values().iterator();
        while (oldest.hasNext()) {
            boolean over = !clock.instant().isBefore(oldest.next());
            if (!over && used.size() < MOST) {
                break;
            }
            oldest.remove();
        }
        return used.putIfAbsent(one, until) == null;
    }
}
