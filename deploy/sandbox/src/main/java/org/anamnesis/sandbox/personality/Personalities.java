package org.anamnesis.sandbox.personality;

import java.util.concurrent.atomic.AtomicReference;

/** The personality the EHR has now. */
public final class Personalities {

    private final AtomicReference<Personality> now = new AtomicReference<>(Personality.GENERIC);

    /** The one it has now. */
    public Personality now() {
        return now.get();
    }

    /** Takes on another, at once. */
    public void become(Personality other) {
        now.set(other);
    }
}
