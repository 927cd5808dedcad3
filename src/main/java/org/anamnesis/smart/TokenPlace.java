package org.anamnesis.smart;

import java.util.Optional;

/**
 * Where one launched user's tokens lie: in memory, or where every node sees them. What several do at once is decided here: of
 * two changes to the same version one counts, and tokens are taken away once.
 */
public interface TokenPlace {

    /** The tokens; empty once they were taken away. */
    Optional<HeldTokens> read();

    /**
     * Puts others in their place.
     *
     * @return whether they were still of that version
     */
    boolean replace(HeldTokens before, HeldTokens after);

    /** Takes them away; whoever gets them has them revoked. */
    Optional<HeldTokens> take();
}
