package org.anamnesis.background;

import java.time.Instant;

/**
 * One kind of background work. Each bean of this type is known to {@link BackgroundQueue} by its name.
 *
 * <p>It may be run more than once for one request, on another node too: what it does must bear that.
 */
public interface BackgroundWork {

    /** Its name in the database; at most 100 characters, and never changed. */
    String name();

    /**
     * Does it for one id. Where it throws, it is run again later.
     *
     * @param id what {@link BackgroundQueue#enqueue} was given
     */
    Next run(String id);

    /** What is to become of the request. */
    sealed interface Next {

        /** It is over. */
        record Done() implements Next {}

        /** It is to be run again at this time. */
        record Again(Instant at) implements Next {}
    }
}
