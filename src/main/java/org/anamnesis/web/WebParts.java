package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package's parts together for the container. */
@ApplicationScoped
public class WebParts {

    /** The sessions of this process. */
    @Produces
    @Singleton
    public SessionStore sessions(Clock clock) {
        return new MemorySessions(clock);
    }
}
