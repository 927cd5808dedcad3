package org.anamnesis.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.anamnesis.background.BackgroundWork;
import org.jspecify.annotations.Nullable;

/** Ends shared sessions that are over, on whichever node is free. One request for all of them, which never ends. */
@ApplicationScoped
public class SessionEnds implements BackgroundWork {

    /** The work's name and the id of its one request. */
    public static final String NAME = "end-sessions";

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final @Nullable SessionStore sessions;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected SessionEnds() {
        this.sessions = null;
        this.clock = null;
    }

    @Inject
    public SessionEnds(SessionStore sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        SessionStore known = Objects.requireNonNull(sessions);
        if (!known.isShared()) {
            return new Next.Done();
        }
        known.sweep();
        return new Next.Again(Objects.requireNonNull(clock).instant().plus(EVERY));
    }
}
