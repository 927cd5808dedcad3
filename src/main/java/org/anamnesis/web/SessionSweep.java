package org.anamnesis.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends sessions that are over every minute, their tokens with them: automatic logoff does not wait for a request. */
@ApplicationScoped
public class SessionSweep {

    @Resource
    private @Nullable ManagedScheduledExecutorService timer;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event, SessionStore sessions) {
        if (timer != null) {
            timer.scheduleWithFixedDelay(sessions::sweep, 1, 1, TimeUnit.MINUTES);
        }
    }
}
