package org.anamnesis.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.ehr.EhrId;

/**
 * Keeps those who send bad tokens, and need nothing for it, from filling the audit trail and holding up its line: one row a
 * second for each EHR, which says for how many it stands.
 */
final class RefusedTokens {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<EhrId, Count> counts = new ConcurrentHashMap<>();

    /**
     * Counts one.
     *
     * @return how many the row to be written now stands for; empty where none is to be written yet
     */
    OptionalLong count(EhrId ehr, Instant now) {
        Count count = counts.merge(
                ehr,
                new Count(1, now, true),
                (known, one) -> now.isBefore(known.since.plus(PAUSE))
                        ? new Count(known.isDue ? 1 : known.refused + 1, known.since, false)
                        : new Count(known.isDue ? 1 : known.refused + 1, now, true));
        return count.isDue ? OptionalLong.of(count.refused) : OptionalLong.empty();
    }

    /**
     * What is not in a row yet, or has just got into one.
     *
     * @param since when the last row was due
     */
    private record Count(long refused, Instant since, boolean isDue) {}
}
