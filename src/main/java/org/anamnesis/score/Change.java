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
        if (!(from.outcome() instanceof Outcome.Computed) || !(to.outcome() instanceof Outcome.Computed)) {
            throw new IllegalArgumentException("only scores that were computed can be compared");
        }
    }

    /** Against the lowest score of the time before, the latest of several; empty where there is nothing to compare. */
    static Optional<Change> to(Scored now, List<Scored> before) {
        if (!(now.outcome() instanceof Outcome.Computed)) {
            return Optional.empty();
        }
        return before.stream()
                .filter(scored -> scored.outcome() instanceof Outcome.Computed)
                .filter(scored -> !Elapsed.between(scored.at(), now.at()).isZero())
                .min(Comparator.comparing(Change::total).thenComparing(Scored::at, Comparator.reverseOrder()))
                .map(lowest -> new Change(lowest, now));
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

    private static BigDecimal total(Scored scored) {
        return scored.outcome() instanceof Outcome.Computed computed ? computed.total() : BigDecimal.ZERO;
    }
}
