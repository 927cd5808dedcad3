package org.anamnesis.filing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When to try again: twice as long after each try, spread so that many waiting ones do not come at once. */
final class Backoff {

    private static final int MOST_DOUBLINGS = 20;
    private static final Duration LONGEST_ASKED = Duration.ofHours(6);

    private final FilingSettings settings;
    private final RandomGenerator random;

    Backoff(FilingSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * The time of the next try.
     *
     * @param tries how many there were, the one that just ended among them
     * @param asked the pause that the EHR asks for; it is kept to, up to six hours
     */
    Instant next(Instant now, int tries, Optional<Duration> asked) {
        long doubled = settings.firstPause().toMillis() << Math.min(Math.max(tries, 1) - 1, MOST_DOUBLINGS);
        long whole = Math.min(doubled, settings.longestPause().toMillis());
        Duration spread = Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
        Duration wanted = asked.filter(pause -> pause.compareTo(LONGEST_ASKED) <= 0)
                .orElse(asked.isPresent() ? LONGEST_ASKED : Duration.ZERO);
        // Everybody was asked for the same pause: they spread after it.
        Duration pause = wanted.compareTo(spread) > 0
                ? wanted.plusMillis(random.nextLong(settings.firstPause().toMillis() + 1))
                : spread;
        return now.plus(pause);
    }
}
