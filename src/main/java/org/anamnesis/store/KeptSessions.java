package org.anamnesis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.anamnesis.store.KeptLaunch.Closed;
import org.anamnesis.store.KeptLaunch.Look;

/**
 * The sessions of browsers in the product's database, for all nodes, within bounds. Every method is a transaction of its own on
 * a connection of its own. Whoever closes something gets its tokens, once, to have them revoked.
 */
public final class KeptSessions {

    // A session's time is written down this often at most; a session may end so much early, never late.
    private static final Duration NOTED = Duration.ofSeconds(10);
    private static final int AT_ONCE = 200;

    private final DataSource database;
    private final Seal seal;
    private final SessionBounds bounds;

    /** Sessions in a database whose schema is there. */
    public KeptSessions(DataSource database, Seal seal, SessionBounds bounds) {
        this.database = database;
        this.seal = seal;
        this.bounds = bounds;
    }

    /** Opens a session with its first chart; gives what had to be closed to make room. */
    public List<Closed> open(String sessionId, KeptLaunch first, Instant now) {
        List<String> beyond = OwnTransaction.in(
                database, connection -> new SessionTables(connection, seal).beyond(bounds.sessions() - 1));
        List<Closed> closed = new ArrayList<>();
        // One by one: nobody waits for a row while holding another session's.
        beyond.forEach(session -> closed.addAll(closeHashed(session)));
        LaunchKey key = LaunchKey.of(sessionId, first.id());
        OwnTransaction.in(database, connection -> {
            SessionTables tables = new SessionTables(connection, seal);
            tables.insert(key.session(), now);
            tables.insert(key, first);
            return key;
        });
        return closed;
    }

    /**
     * Adds a chart to a session.
     *
     * @return what had to be closed to make room; empty where it was not added: there is no such session, it is over, or it has
     *     another user of this EHR
     */
    public Optional<List<Closed>> add(String sessionId, KeptLaunch launch, Instant now) {
        LaunchKey key = LaunchKey.of(sessionId, launch.id());
        return OwnTransaction.in(database, connection -> {
            SessionTables tables = new SessionTables(connection, seal);
            Optional<SessionTables.Times> times = tables.locked(key.session());
            if (times.isEmpty()
                    || bounds.areOver(times.get().openedAt(), times.get().usedAt(), now)
                    || tables.hasAnotherUser(key.session(), launch.ehr(), launch.user())) {
                return Optional.empty();
            }
            List<Closed> closed = new ArrayList<>();
            for (String oldest : tables.launchesBeyond(key.session(), bounds.launches() - 1)) {
                tables.delete(new LaunchKey(key.session(), oldest)).ifPresent(closed::add);
            }
            tables.insert(key, launch);
            tables.touch(key.session(), now, now);
            return Optional.of(closed);
        });
    }

    /**
     * Looks for a chart.
     *
     * @param attended whether that says that a person is there
     */
    public Look look(String sessionId, String launchId, Instant now, boolean attended) {
        LaunchKey key = LaunchKey.of(sessionId, launchId);
        return OwnTransaction.in(database, connection -> {
            SessionTables tables = new SessionTables(connection, seal);
            Optional<SessionTables.Times> times = tables.times(key.session());
            if (times.isEmpty()) {
                return new Look.None();
            }
            if (bounds.areOver(times.get().openedAt(), times.get().usedAt(), now)) {
                return new Look.Over();
            }
            if (attended) {
                tables.touch(key.session(), now, now.minus(NOTED));
            }
            return tables.chart(key).<Look>map(Look.Open::new).orElseGet(Look.Elsewhere::new);
        });
    }

    /** The tokens of a chart, wherever they are changed. */
    public KeptTokens tokens(String sessionId, String launchId) {
        return new KeptTokens(database, seal, LaunchKey.of(sessionId, launchId));
    }

    /** The tokens of all charts that are open in a session. */
    public List<KeptTokens> tokensOf(String sessionId) {
        String session = Sha256.hex(sessionId);
        return OwnTransaction.in(database, connection -> new SessionTables(connection, seal).launchesBeyond(session, 0))
                .stream()
                .map(launch -> new KeptTokens(database, seal, new LaunchKey(session, launch)))
                .toList();
    }

    /** Closes one chart; a session without a chart is over. */
    public Optional<Closed> close(String sessionId, String launchId) {
        LaunchKey key = LaunchKey.of(sessionId, launchId);
        return OwnTransaction.in(database, connection -> {
            SessionTables tables = new SessionTables(connection, seal);
            if (tables.locked(key.session()).isEmpty()) {
                return Optional.empty();
            }
            Optional<Closed> closed = tables.delete(key);
            if (tables.launchesBeyond(key.session(), 0).isEmpty()) {
                tables.delete(key.session());
            }
            return closed;
        });
    }

    /** Ends a session. */
    public List<Closed> close(String sessionId) {
        return closeHashed(Sha256.hex(sessionId));
    }

    private List<Closed> closeHashed(String session) {
        return OwnTransaction.in(database, connection -> close(new SessionTables(connection, seal), session));
    }

    /** Ends some of the sessions that are over; none are left where it gives none. */
    public List<Closed> sweep(Instant now) {
        List<String> over = OwnTransaction.in(
                database,
                connection -> new SessionTables(connection, seal)
                        .unused(now.minus(bounds.idle()), now.minus(bounds.longest()), AT_ONCE));
        List<Closed> closed = new ArrayList<>();
        for (String session : over) {
            closed.addAll(OwnTransaction.in(database, connection -> endedIfOver(connection, session, now)));
        }
        return closed;
    }

    // Between the look and the lock a person may have come back.
    private List<Closed> endedIfOver(Connection connection, String session, Instant now) throws SQLException {
        SessionTables tables = new SessionTables(connection, seal);
        return tables.locked(session)
                        .filter(times -> bounds.areOver(times.openedAt(), times.usedAt(), now))
                        .isPresent()
                ? close(tables, session)
                : List.of();
    }

    private static List<Closed> close(SessionTables tables, String session) throws SQLException {
        List<Closed> closed = new ArrayList<>();
        if (tables.locked(session).isPresent()) {
            for (String launch : tables.launchesBeyond(session, 0)) {
                tables.delete(new LaunchKey(session, launch)).ifPresent(closed::add);
            }
            tables.delete(session);
        }
        return closed;
    }
}
