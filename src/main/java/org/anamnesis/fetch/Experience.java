package org.anamnesis.fetch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the searches of a plan had to be put before an EHR took them, so that it is not asked again each time what it refuses.
 * Kept as long as what it says of itself.
 */
final class Experience {

    private final Map<String, Integer> steps = new ConcurrentHashMap<>();
    private volatile boolean refusesBatches;

    /** A search as it was taken before. */
    Wording with(Wording full) {
        Wording wording = full;
        for (int step = steps.getOrDefault(full.search().key(), 0); step > 0; step--) {
            wording = wording.weaker().orElse(wording);
        }
        return wording;
    }

    /** Remembers that a search was taken as it was put. */
    void keep(Wording taken) {
        steps.put(taken.search().key(), taken.weakened());
    }

    boolean refusesBatches() {
        return refusesBatches;
    }

    void keepBatchRefused() {
        refusesBatches = true;
    }
}
