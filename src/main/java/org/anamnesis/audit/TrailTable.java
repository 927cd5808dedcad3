package org.anamnesis.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tables of the trail over one connection; whoever has the connection has the transaction too. */
final class TrailTable {

    private static final String COLUMNS =
            "place, recorded_at, kind, ehr, patient, client, actor, detail, query, outcome, begun,"
                    + " request_id, address, key_name, previous_hash, hash";
    private static final String MARKS = "?" + ", ?".repeat(COLUMNS.split(",").length - 1);

    private final Connection connection;

    TrailTable(Connection connection) {
        this.connection = connection;
    }

    /** The head, kept from all others until the transaction ends: it keeps writers in line on all nodes. */
    TrailEnd lockedHead() throws SQLException {
        return end("select place, hash, key_name, seal from audit_head where only_row = 1 for update")
                .orElseThrow(() -> new SQLException("the audit trail has no head"));
    }

    /** The head as it is. */
    Optional<TrailEnd> head() throws SQLException {
        return end("select place, hash, key_name, seal from audit_head where only_row = 1");
    }

    /** The checkpoint of the last purge. */
    Optional<TrailEnd> checkpoint() throws SQLException {
        return end(
                "select place, hash, key_name, seal from audit_checkpoint order by place desc fetch first 1 rows only");
    }

    private Optional<TrailEnd> end(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet found = select.executeQuery()) {
            return found.next()
                    ? Optional.of(new TrailEnd(
                            found.getLong(1),
                            found.getString(2),
                            Optional.ofNullable(found.getString(3)),
                            Optional.ofNullable(found.getString(4))))
                    : Optional.empty();
        }
    }

    /** Adds rows and moves the head to the last of them. */
    void add(List<AuditRecord> rows, TrailEnd head) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into audit_event (" + COLUMNS + ") values (" + MARKS + ")")) {
            for (AuditRecord row : rows) {
                fill(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update audit_head set place = ?, hash = ?, key_name = ?, seal = ? where only_row = 1")) {
            update.setLong(1, head.place());
            update.setString(2, head.hash());
            update.setString(3, head.key().orElse(null));
            update.setString(4, head.seal().orElse(null));
            if (update.executeUpdate() != 1) {
                throw new SQLException("the audit trail has no head");
            }
        }
    }

    private static void fill(PreparedStatement insert, AuditRecord row) throws SQLException {
        int column = 0;
        insert.setLong(++column, row.place());
        insert.setObject(++column, row.at().atOffset(ZoneOffset.UTC));
        insert.setString(++column, row.kind());
        insert.setString(++column, row.ehr());
        insert.setString(++column, row.patient().orElse(null));
        insert.setString(++column, row.client());
        insert.setString(++column, row.actor());
        insert.setString(++column, row.detail());
        insert.setString(++column, row.query().orElse(null));
        insert.setString(++column, row.outcome().orElse(null));
        if (row.begun().isPresent()) {
            insert.setLong(++column, row.begun().getAsLong());
        } else {
            insert.setNull(++column, Types.BIGINT);
        }
        insert.setString(++column, row.origin().request().orElse(null));
        insert.setString(++column, row.origin().address().orElse(null));
        insert.setString(++column, row.key().orElse(null));
        insert.setString(++column, row.previousHash());
        insert.setString(++column, row.hash());
    }

    /** The rows after a place, in order. */
    List<AuditRecord> after(long place, int most) throws SQLException {
        return rows("place > ? order by place", List.of(place), most);
    }

    /** The rows that a condition finds, the newest first. */
    List<AuditRecord> newest(Condition condition, int most) throws SQLException {
        return rows(condition.sql() + " order by place desc", condition.values(), most);
    }

    private List<AuditRecord> rows(String where, List<?> values, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from audit_event where " + where + " fetch first " + most + " rows only")) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet found = select.executeQuery()) {
                List<AuditRecord> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    /** Whether any row names a key. */
    boolean hasKeyed() throws SQLException {
        return firstPlace(new Condition("key_name is not null", List.of())).isPresent();
    }

    /** The oldest row that a condition finds. */
    OptionalLong firstPlace(Condition condition) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select min(place) from audit_event where " + condition.sql())) {
            for (int i = 0; i < condition.values().size(); i++) {
                select.setObject(i + 1, condition.values().get(i));
            }
            try (ResultSet found = select.executeQuery()) {
                long place = found.next() ? found.getLong(1) : 0;
                return place == 0 ? OptionalLong.empty() : OptionalLong.of(place);
            }
        }
    }

    private static AuditRecord row(ResultSet found) throws SQLException {
        long begun = found.getLong("begun");
        OptionalLong of = found.wasNull() ? OptionalLong.empty() : OptionalLong.of(begun);
        Instant at = found.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new AuditRecord(
                found.getLong("place"),
                at,
                found.getString("kind"),
                found.getString("ehr"),
                text(found.getString("patient")),
                found.getString("client"),
                found.getString("actor"),
                found.getString("detail"),
                text(found.getString("query")),
                text(found.getString("outcome")),
                of,
                new CallOrigin(text(found.getString("request_id")), text(found.getString("address"))),
                text(found.getString("key_name")),
                found.getString("previous_hash"),
                found.getString("hash"));
    }

    private static Optional<String> text(@Nullable String kept) {
        return Optional.ofNullable(kept);
    }

    /**
     * A condition on rows.
     *
     * @param sql with a {@code ?} for each value
     * @param values numbers, texts, times with offset
     */
    record Condition(String sql, List<Object> values) {
        Condition {
            values = List.copyOf(values);
        }
    }
}
