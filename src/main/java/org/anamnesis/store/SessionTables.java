package org.anamnesis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.store.KeptLaunch.Closed;

/** The tables of sessions over one connection; whoever has the connection has the transaction too. Ids are hashes. */
final class SessionTables {

    private final Connection connection;
    private final Seal seal;

    SessionTables(Connection connection, Seal seal) {
        this.connection = connection;
        this.seal = seal;
    }

    /** When a session was opened and last used. */
    record Times(Instant openedAt, Instant usedAt) {}

    Optional<Times> times(String session) throws SQLException {
        return times("select opened_at, used_at from web_session where id = ?", session);
    }

    /** The same, kept from all others until the transaction ends. */
    Optional<Times> locked(String session) throws SQLException {
        return times("select opened_at, used_at from web_session where id = ? for update", session);
    }

    private Optional<Times> times(String sql, String session) throws SQLException {
        try (PreparedStatement select = prepared(sql, session);
                ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(new Times(time(found, 1), time(found, 2))) : Optional.empty();
        }
    }

    /** The least recently used sessions, beyond so many. */
    List<String> beyond(int most) throws SQLException {
        return ids("select id from web_session order by used_at desc offset ? rows", most);
    }

    /** Sessions that nobody used since a time, or that were opened before another. */
    List<String> unused(Instant usedBefore, Instant openedBefore, int most) throws SQLException {
        return ids(
                "select id from web_session where used_at <= ? or opened_at <= ? order by used_at"
                        + " fetch first ? rows only",
                usedBefore.atOffset(ZoneOffset.UTC),
                openedBefore.atOffset(ZoneOffset.UTC),
                most);
    }

    /** The oldest charts of a session, beyond so many. */
    List<String> launchesBeyond(String session, int most) throws SQLException {
        return ids(
                "select id from web_launch where session = ? order by opened_at desc, id offset ? rows", session, most);
    }

    boolean hasAnotherUser(String session, String ehr, String user) throws SQLException {
        return !ids(
                        "select id from web_launch where session = ? and ehr = ? and subject <> ?",
                        session,
                        ehr,
                        Sha256.hex(user))
                .isEmpty();
    }

    /** The chart; what cannot be opened any more, because its key is gone, is as good as closed. */
    Optional<String> chart(LaunchKey key) throws SQLException {
        try (PreparedStatement select = prepared(
                        "select sealed_chart from web_launch where id = ? and session = ?",
                        key.launch(),
                        key.session());
                ResultSet found = select.executeQuery()) {
            return found.next() ? opened(found.getString(1), key.ofChart()) : Optional.empty();
        }
    }

    void insert(String session, Instant now) throws SQLException {
        run("insert into web_session (id, opened_at, used_at) values (?, ?, ?)", session, time(now), time(now));
    }

    void insert(LaunchKey key, KeptLaunch launch) throws SQLException {
        run(
                "insert into web_launch (id, session, ehr, subject, opened_at, version, sealed_chart, sealed_tokens)"
                        + " values (?, ?, ?, ?, ?, 0, ?, ?)",
                key.launch(),
                key.session(),
                launch.ehr(),
                Sha256.hex(launch.user()),
                time(launch.openedAt()),
                seal.close(launch.chart(), key.ofChart()),
                seal.close(launch.tokens(), key.ofTokens()));
    }

    /** Notes that a session was used, where that was last noted before a time. */
    void touch(String session, Instant now, Instant before) throws SQLException {
        run("update web_session set used_at = ? where id = ? and used_at < ?", time(now), session, time(before));
    }

    /** Deletes a chart and gives what it was; empty where it is gone, or nobody can read it any more. */
    Optional<Closed> delete(LaunchKey key) throws SQLException {
        Optional<Closed> closed = Optional.empty();
        try (PreparedStatement select = prepared(
                        "select sealed_chart, sealed_tokens, version from web_launch where id = ? and session = ?"
                                + " for update",
                        key.launch(),
                        key.session());
                ResultSet found = select.executeQuery()) {
            if (found.next()) {
                Optional<String> tokens =
                        Optional.ofNullable(found.getString(2)).flatMap(text -> opened(text, key.ofTokens()));
                long version = found.getLong(3);
                closed = opened(found.getString(1), key.ofChart()).map(chart -> new Closed(chart, tokens, version));
            }
        }
        run("delete from web_launch where id = ? and session = ?", key.launch(), key.session());
        return closed;
    }

    void delete(String session) throws SQLException {
        run("delete from web_session where id = ?", session);
    }

    private Optional<String> opened(String sealed, String owner) {
        try {
            return Optional.of(seal.open(sealed, owner));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private List<String> ids(String sql, Object... values) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = prepared(sql, values);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                ids.add(found.getString(1));
            }
        }
        return ids;
    }

    private void run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet found, int column) throws SQLException {
        return found.getObject(column, OffsetDateTime.class).toInstant();
    }
}
