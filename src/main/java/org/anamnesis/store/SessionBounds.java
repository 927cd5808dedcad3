package org.anamnesis.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How long and how many.
 *
 * @param idle after the last request of a person a session is over
 * @param longest after its opening it is over in any case
 * @param sessions at once in the installation; beyond it the least recently used ends
 * @param launches at once in a session; beyond it the oldest is closed
 */
public record SessionBounds(Duration idle, Duration longest, int sessions, int launches) {

    /** Whether a session of these times is over. */
    public boolean areOver(Instant openedAt, Instant usedAt, Instant now) {
        return !now.isBefore(usedAt.plus(idle)) || !now.isBefore(openedAt.plus(longest));
    }
}
