package org.anamnesis.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * Removes the oldest rows once they need not be kept any more. What is left stays verifiable: a sealed checkpoint says after
 * which row the trail begins. A legal hold on a patient keeps the first row of that patient and all that come after it.
 */
public final class TrailPurge {

    private static final String EVERYBODY = "*";

    private final DataSource database;
    private final Chain chain;

    /** A purge of the trail in a database. */
    public TrailPurge(DataSource database, TrailKeys keys) {
        this.database = database;
        this.chain = new Chain(keys);
    }

    /**
     * Removes all rows that are older than a moment and not held.
     *
     * @param holds patients whose rows are held, each as {@code ehr/id}; {@code *} holds all
     * @param unsent whether those go too that a repository elsewhere was promised and does not have yet
     * @return what was removed
     */
    public Purged before(Instant moment, Set<String> holds, boolean unsent, Instant now) throws SQLException {
        if (holds.contains(EVERYBODY)) {
            return new Purged(0, 0);
        }
        AtomicReference<Purged> removed = new AtomicReference<>(new Purged(0, 0));
        try (Connection connection = database.getConnection()) {
            Transaction.in(connection, () -> {
                TrailTable table = new TrailTable(connection);
                // Nobody writes meanwhile.
                TrailEnd head = table.lockedHead();
                long old = lastToGo(table, head, moment, holds);
                long last = unsent ? old : Math.min(old, ForwardedTrail.free(connection));
                List<AuditRecord> row = table.after(last - 1, 1);
                if (last > 0 && !row.isEmpty() && row.getFirst().place() == last) {
                    checkpoint(connection, row.getFirst(), now);
                    removed.set(new Purged(remove(connection, last), old - last));
                } else {
                    removed.set(new Purged(0, Math.max(0, old - last)));
                }
            });
        }
        return removed.get();
    }

    /**
     * What a purge did.
     *
     * @param rows how many are gone
     * @param owed how many more would be, had they been forwarded
     */
    public record Purged(long rows, long owed) {}

    /** Whether a hold can be understood: one that cannot would hold nothing. */
    public static boolean isHold(String hold) {
        return hold.equals(EVERYBODY) || hold.matches("[A-Za-z0-9_-]{1,40}/[A-Za-z0-9.-]{1,64}");
    }

    private static long lastToGo(TrailTable table, TrailEnd head, Instant moment, Set<String> holds)
            throws SQLException {
        long last = head.place();
        OptionalLong young = table.firstPlace(
                new TrailTable.Condition("recorded_at >= ?", List.of(moment.atOffset(ZoneOffset.UTC))));
        if (young.isPresent()) {
            last = Math.min(last, young.getAsLong() - 1);
        }
        for (String hold : holds) {
            if (!isHold(hold)) {
                throw new IllegalArgumentException("a hold is ehr/id");
            }
            String[] parts = hold.split("/", 2);
            OptionalLong held =
                    table.firstPlace(new TrailTable.Condition("ehr = ? and patient = ?", List.of(parts[0], parts[1])));
            if (held.isPresent()) {
                last = Math.min(last, held.getAsLong() - 1);
            }
        }
        return last;
    }

    private void checkpoint(Connection connection, AuditRecord last, Instant now) throws SQLException {
        String key = chain.currentKey();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_checkpoint (place, hash, key_name, seal, purged_at) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, last.place());
            insert.setString(2, last.hash());
            insert.setString(3, key);
            insert.setString(
                    4, chain.seal(key, "checkpoint", last.place(), last.hash()).orElseThrow());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static long remove(Connection connection, long last) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement allow = connection.createStatement()) {
                allow.execute("set local anamnesis.purge = 'on'");
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from audit_event where place <= ?")) {
            delete.setLong(1, last);
            return delete.executeLargeUpdate();
        }
    }
}
