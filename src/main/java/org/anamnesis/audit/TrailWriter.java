package org.anamnesis.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Adds to the trail in transactions of its own.
 *
 * <p>The head is one row, so writers stand in line. Who is next in this node's line writes for all who wait behind: one
 * transaction, one commit, and all of them go on. Each returns only when its own rows are committed.
 */
final class TrailWriter {

    private static final int MOST_TOGETHER = 64;
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_CLIENT = 200;
    private static final int LONGEST_QUERY = 2_000;
    private static final int LONGEST_EHR = 40;
    private static final int LONGEST_ID = 64;

    private final DataSource database;
    private final Chain chain;
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    TrailWriter(DataSource database, TrailKeys keys) {
        this.database = database;
        this.chain = new Chain(keys);
    }

    /** What one caller waits for; its fields are the business of whoever has the turn. */
    private static final class Waiting {
        private final List<AuditEvent> events;
        private final CallOrigin origin;
        private final Instant at;
        private long last;
        private Optional<SQLException> failed = Optional.empty();
        private boolean done;

        Waiting(List<AuditEvent> events, CallOrigin origin, Instant at) {
            this.events = events;
            this.origin = origin;
            this.at = at;
        }
    }

    /**
     * Adds records, all or none.
     *
     * @return the place of the last one
     */
    long add(List<AuditEvent> events, CallOrigin origin, Instant now) throws SQLException {
        Waiting mine = new Waiting(List.copyOf(events), origin, now.truncatedTo(ChronoUnit.MILLIS));
        line.add(mine);
        turn.lock();
        try {
            while (!mine.done) {
                writeNext();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failed.isPresent()) {
            throw new SQLException("not recorded", mine.failed.get());
        }
        return mine.last;
    }

    private void writeNext() {
        Queue<Waiting> together = new ArrayDeque<>();
        while (together.size() < MOST_TOGETHER && !line.isEmpty()) {
            together.add(line.remove());
        }
        try {
            write(together);
        } catch (SQLException e) {
            together.forEach(one -> one.failed = Optional.of(e));
        } catch (RuntimeException e) {
            together.forEach(one -> one.failed = Optional.of(new SQLException(e)));
        } finally {
            together.forEach(one -> one.done = true);
        }
    }

    private void write(Queue<Waiting> together) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Transaction.in(connection, () -> {
                TrailTable table = new TrailTable(connection);
                TrailEnd head = table.lockedHead();
                List<AuditRecord> rows = new ArrayList<>();
                long place = head.place();
                String hash = head.hash();
                for (Waiting one : together) {
                    for (AuditEvent event : one.events) {
                        AuditRecord row = chain.close(row(event, one, ++place, hash));
                        rows.add(row);
                        hash = row.hash();
                    }
                    one.last = place;
                }
                String key = chain.currentKey();
                // An end that is not ours stays so, whatever is added to it: no new row makes a cut-off end whole
                // again.
                Optional<String> seal = isOurs(table, head) ? chain.seal(key, "head", place, hash) : Optional.empty();
                table.add(rows, new TrailEnd(place, hash, Optional.of(key), seal));
            });
        }
    }

    private boolean isOurs(TrailTable table, TrailEnd head) throws SQLException {
        return chain.isSealed(head, "head") || (head.isUnsealed() && !table.hasKeyed());
    }

    private AuditRecord row(AuditEvent event, Waiting asked, long place, String previous) {
        String actor = Text.bounded(event.actor(), LONGEST_TEXT);
        return new AuditRecord(
                place,
                asked.at,
                event.kind().name(),
                Text.bounded(event.ehr(), LONGEST_EHR),
                event.patient().map(id -> Text.bounded(id, LONGEST_ID)),
                Text.bounded(actor.split(" ", 2)[0], LONGEST_CLIENT),
                actor,
                Text.bounded(event.detail(), LONGEST_TEXT),
                event.query().map(text -> Text.bounded(text, LONGEST_QUERY)),
                Optional.of(event.outcome().name()),
                event.begun(),
                asked.origin,
                Optional.of(chain.currentKey()),
                previous,
                "");
    }
}
