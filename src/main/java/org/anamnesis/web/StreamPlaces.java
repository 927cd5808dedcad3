package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** How many streams a node has under way at once. */
@ApplicationScoped
public class StreamPlaces {

    /** Measured to fit in 600 MB of heap ({@code docs/summaries.md}). */
    private static final int MOST = 500;

    private final Semaphore places = new Semaphore(MOST);

    boolean take() {
        return places.tryAcquire();
    }

    void giveBack() {
        places.release();
    }
}
