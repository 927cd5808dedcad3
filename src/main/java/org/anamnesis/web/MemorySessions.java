package org.anamnesis.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anamnesis.smart.Secrets;
import org.anamnesis.store.SessionBounds;
import org.jspecify.annotations.Nullable;

/** Sessions in the memory of this process: they end with it, and no other node has them. */
final class MemorySessions implements SessionStore {

    /** Automatic logoff (HIPAA 164.312(a)(2)(iii)). */
    static final Duration IDLE = Duration.ofMinutes(15);

    static final Duration LONGEST = Duration.ofHours(12);
    static final int MOST_SESSIONS = 10_000;
    static final int MOST_LAUNCHES = 20;

    /** The same for sessions that all nodes share; there the number is that of the installation. */
    static final SessionBounds BOUNDS = new SessionBounds(IDLE, LONGEST, MOST_SESSIONS, MOST_LAUNCHES);

    private static final int ID_BITS = 256;

    private final Clock clock;
    // Least recently used first.
    private final Map<String, Session> sessions = new LinkedHashMap<>(16, 0.75f, true);

    MemorySessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized String open(Launch first) {
        makeRoom();
        String id = Secrets.fresh(ID_BITS);
        Session session = new Session(clock.instant());
        session.add(first);
        sessions.put(id, session);
        return id;
    }

    @Override
    public synchronized boolean add(String sessionId, Launch launch) {
        Session session = live(sessionId);
        if (session == null || session.hasAnotherUserThan(launch)) {
            return false;
        }
        session.add(launch);
        return true;
    }

    @Override
    public synchronized Lookup find(String sessionId, String launchId) {
        return lookup(live(sessionId), launchId);
    }

    @Override
    public synchronized Lookup peek(String sessionId, String launchId) {
        Session session = sessions.get(sessionId);
        Instant before = session == null ? Instant.MIN : session.usedAt;
        Lookup found = lookup(live(sessionId), launchId);
        if (session != null) {
            session.usedAt = before;
        }
        return found;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public synchronized void sweep() {
        Instant now = clock.instant();
        sessions.entrySet().stream()
                .filter(one -> one.getValue().isOver(now))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::close);
    }

    private static Lookup lookup(@Nullable Session session, String launchId) {
        if (session == null) {
            return new Lookup.NoSession();
        }
        Launch launch = session.launches.get(launchId);
        return launch == null ? new Lookup.NotThisChart() : new Lookup.Open(launch);
    }

    @Override
    public synchronized void close(String sessionId, String launchId) {
        Session session = live(sessionId);
        Launch launch = session == null ? null : session.launches.remove(launchId);
        if (session != null && launch != null) {
            launch.chart()
                    .access()
                    .end(session.launches.values().stream()
                            .flatMap(open -> open.chart().access().held().stream())
                            .toList());
            if (session.launches.isEmpty()) {
                close(sessionId);
            }
        }
    }

    @Override
    public synchronized void close(String sessionId) {
        Session session = sessions.remove(sessionId);
        if (session != null) {
            session.end();
        }
    }

    private @Nullable Session live(String id) {
        Session session = sessions.get(id);
        if (session == null) {
            return null;
        }
        Instant now = clock.instant();
        if (session.isOver(now)) {
            close(id);
            return null;
        }
        session.usedAt = now;
        return session;
    }

    private void makeRoom() {
        Instant now = clock.instant();
        Iterator<Session> oldest = sessions.values().iterator();
        while (oldest.hasNext()) {
            Session session = oldest.next();
            if (!session.isOver(now) && sessions.size() < MOST_SESSIONS) {
                break;
            }
            session.end();
            oldest.remove();
        }
    }

    private static final class Session {
        private final Instant openedAt;
        private final Map<String, Launch> launches = new LinkedHashMap<>();
        private Instant usedAt;

        Session(Instant now) {
            this.openedAt = now;
            this.usedAt = now;
        }

        void add(Launch launch) {
            if (launches.size() == MOST_LAUNCHES) {
                Iterator<Launch> oldest = launches.values().iterator();
                oldest.next().chart().access().end();
                oldest.remove();
            }
            launches.put(launch.id(), launch);
        }

        boolean isOver(Instant now) {
            return BOUNDS.areOver(openedAt, usedAt, now);
        }

        boolean hasAnotherUserThan(Launch launch) {
            return launches.values().stream()
                    .filter(one -> one.ehr().id().equals(launch.ehr().id()))
                    .anyMatch(one -> !one.chart()
                            .user()
                            .subject()
                            .equals(launch.chart().user().subject()));
        }

        void end() {
            launches.values().forEach(launch -> launch.chart().access().end());
            launches.clear();
        }
    }
}
