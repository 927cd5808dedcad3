package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.anamnesis.smart.ClientKeys;

/** Puts this package's parts together for the container, and has the keys read before any request can ask for them. */
@ApplicationScoped
public class WebParts {

    /** The sessions of this process. */
    @Produces
    @Singleton
    public SessionStore sessions() {
        return new MemorySessions(Clock.systemUTC());
    }

    void readKeys(@Observes @Initialized(ApplicationScoped.class) Object start, ClientKeys keys) {
        keys.published();
    }
}
