package org.anamnesis.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import org.anamnesis.smart.ChartKeeper;
import org.anamnesis.smart.LaunchSeal;
import org.anamnesis.store.KeptSessions;
import org.anamnesis.store.Seal;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Puts this package's parts together for the container. */
@ApplicationScoped
public class WebParts {

    // No row of the database bears such a name.
    private static final String OWNER = "launch ";

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    /** Seals what a browser keeps for us while it is at the EHR, by the keys for text at rest. */
    @Produces
    @Singleton
    public LaunchSeal launchSeal(Seal seal) {
        return new LaunchSeal(
                (text, owner) -> seal.close(text, OWNER + owner), (text, owner) -> seal.open(text, OWNER + owner));
    }

    /**
     * The sessions of all nodes, where the nodes have keys in common; else those of this process, for what one node seals by a
     * key of its own no other node can open.
     */
    @Produces
    @Singleton
    public SessionStore sessions(Config config, Seal seal, ChartKeeper charts, Clock clock) {
        boolean inCommon = config.getOptionalValue("anamnesis.data-keys", String.class)
                .filter(keys -> !keys.isBlank())
                .isPresent();
        return inCommon
                ? new SharedSessions(
                        new KeptSessions(Objects.requireNonNull(database), seal, MemorySessions.BOUNDS), charts, clock)
                : new MemorySessions(clock);
    }
}
