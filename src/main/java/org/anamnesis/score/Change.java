package org.anamnesis.score;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a score changed between two moments.
 *
 * @param from the earlier score, computed
 * @param to the later score, computed
 */
public record Change(Scored from, Scored to) {

    public Change {
        if (!isComputed(from) || !isComputed(to)) {
            throw new IllegalArgumentException("only scores that were computed can be compared");
        }
    }

    /** The last score of a series against the lowest before it, the latest of several; empty where there are not two. */
    static Optional<Change> within(List<Scored> series) {
        if (series.isEmpty() || !isComputed(series.getLast())) {
            return Optional.empty();
        }
        return series.subList(0, series.size() - 1).stream()
                .filter(Change::isComputed)
                .min(Comparator.comparing(Change::total).thenComparing(Scored::at, Comparator.reverseOrder()))
                .map(lowest -> new Change(lowest, series.getLast()));
    }

    /** How many points it rose; below zero where it fell. */
    public BigDecimal rise() {
        return total(to).subtract(total(from));
    }

    public boolean isDeterioration() {
        return rise().signum() > 0;
    }

    /** E.g. {@code NEWS2 3 -> 7 in 4 h}. */
    public String sentence() {
        Duration time = Elapsed.between(from.at(), to.at());
        return to.definition().name() + " " + total(from).toPlainString() + " -> "
                + total(to).toPlainString() + " in " + Elapsed.words(time);
    }

    private static boolean isComputed(Scored scored) {
        return scored.outcome() instanceof Outcome.Computed;
    }

    private static BigDecimal total(Scored scored) {
        return scored.outcome() instanceof Outcome.Computed computed ? computed.total() : BigDecimal.ZERO;
    }
}
