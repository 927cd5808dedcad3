package org.anamnesis.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions that are over every minute, their tokens with them: automatic logoff does not wait for a request. Those of one
 * process it ends itself; those of all nodes are {@link SessionEnds}'.
 */
@ApplicationScoped
public class SessionSweep {

    private static final Logger LOG = LoggerFactory.getLogger(SessionSweep.class);

    @Resource
    @Nullable
    ManagedScheduledExecutorService timer;

    private @Nullable ScheduledFuture<?> sweeping;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event, SessionStore sessions) {
        if (sessions.isShared()) {
            LOG.info("sessions are in the database, for all nodes");
            return;
        }
        LOG.warn("sessions are in this node's memory and end with it: anamnesis.data-keys is not set");
        if (timer != null) {
            sweeping = timer.scheduleWithFixedDelay(sessions::sweep, 1, 1, TimeUnit.MINUTES);
        }
    }

    /** The timer is the server's and outlives the application: what stays in it keeps every class of the application. */
    @PreDestroy
    void end() {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
    }
}
