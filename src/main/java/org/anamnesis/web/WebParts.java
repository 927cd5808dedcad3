package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.anamnesis.smart.LaunchSeal;
import org.anamnesis.store.Seal;

/** Puts this package's parts together for the container. */
@ApplicationScoped
public class WebParts {

    // No row of the database bears such a name.
    private static final String OWNER = "launch ";

    /** Seals what a browser keeps for us while it is at the EHR, by the keys for text at rest. */
    @Produces
    @Singleton
    public LaunchSeal launchSeal(Seal seal) {
        return new LaunchSeal(
                (text, owner) -> seal.close(text, OWNER + owner), (text, owner) -> seal.open(text, OWNER + owner));
    }

    /** The sessions of this process. */
    @Produces
    @Singleton
    public SessionStore sessions(Clock clock) {
        return new MemorySessions(clock);
    }
}
