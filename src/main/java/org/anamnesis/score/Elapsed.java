package org.anamnesis.score;

import java.time.Duration;
import org.anamnesis.chart.ClinicalTime;

/** Time between two clinical times, offsets taken into account where both are known. */
public final class Elapsed {

    private static final Duration DAYS_FROM = Duration.ofHours(72);

    private Elapsed() {}

    /** Negative where the second is the earlier one. */
    public static Duration between(ClinicalTime from, ClinicalTime to) {
        if (from.offset().isPresent() && to.offset().isPresent()) {
            return Duration.between(
                    from.local().atOffset(from.offset().get()),
                    to.local().atOffset(to.offset().get()));
        }
        return Duration.between(from.local(), to.local());
    }

    /** For people: {@code 40 min}, {@code 4 h}, {@code 5 days}; to the nearest. */
    public static String words(Duration time) {
        if (time.compareTo(Duration.ofHours(1)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(DAYS_FROM) < 0
                ? time.plusMinutes(30).toHours() + " h"
                : time.plusHours(12).toDays() + " days";
    }
}
