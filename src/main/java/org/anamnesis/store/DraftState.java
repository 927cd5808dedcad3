package org.anamnesis.store;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a draft stands. What may follow what is {@link #next()}; nothing else can happen to it.
 *
 * <p>{@code SIGNED} goes back to {@code EDITED} where the text is changed before the EHR can have it: the signature is gone then.
 */
public enum DraftState {
    /** As it was composed. */
    DRAFTED,
    /** Changed by a reviewer, not signed. */
    EDITED,
    /** Signed, to be filed. */
    SIGNED,
    /** In the EHR. */
    FILED,
    /** A reviewer does not want it. */
    REJECTED,
    /** In the EHR, and replaced there by a later one. */
    SUPERSEDED,
    /** In the EHR, and taken back there. */
    ENTERED_IN_ERROR,
    /** Nobody signed it in time. */
    EXPIRED;

    /** What may come after this. */
    public Set<DraftState> next() {
        return switch (this) {
            case DRAFTED, EDITED -> EnumSet.of(EDITED, SIGNED, REJECTED, EXPIRED);
            case SIGNED -> EnumSet.of(EDITED, FILED, REJECTED);
            case FILED -> EnumSet.of(SUPERSEDED, ENTERED_IN_ERROR);
            case SUPERSEDED -> EnumSet.of(ENTERED_IN_ERROR);
            case REJECTED, ENTERED_IN_ERROR, EXPIRED -> EnumSet.noneOf(DraftState.class);
        };
    }

    /** Whether it is still open for review: nobody has signed it or ended it. */
    public boolean isOpen() {
        return this == DRAFTED || this == EDITED;
    }

    /**
     * That it may become this.
     *
     * @throws IllegalMove where it may not
     */
    void require(DraftState to) {
        if (!next().contains(to)) {
            throw new IllegalMove(this, to);
        }
    }
}
