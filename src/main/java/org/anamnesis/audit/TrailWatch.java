package org.anamnesis.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.anamnesis.audit.TrailVerification.Reached;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the trail bit by bit, so that looking at it costs the same however long it is: each look verifies the head, what is
 * new since the last one, and a stretch of the old, round and round. A break once seen stays seen until the next start.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class TrailWatch {

    private static final int A_LOOK = 500;

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    private final @Nullable TrailKeys keys;
    private @Nullable Reached newest;
    private @Nullable Reached round;
    private Optional<TrailCheck.Broken> broken = Optional.empty();
    private long rounds;

    /** For the container's proxies only. */
    protected TrailWatch() {
        this.keys = null;
    }

    @Inject
    public TrailWatch(TrailKeys keys) {
        this.keys = keys;
    }

    TrailWatch(DataSource database, TrailKeys keys) {
        this(keys);
        this.database = database;
    }

    /**
     * How the trail stands.
     *
     * @param broken what shows, if anything does
     * @param end the newest row, and its hash
     * @param verified how far the present round over the old rows has come
     * @param rounds how often all of it was verified since the start
     */
    public record Look(Optional<TrailCheck.Broken> broken, long end, String hash, long verified, long rounds) {}

    /**
     * Looks at the head, the new rows and a stretch of the old ones.
     *
     * @throws AuditUnavailable where the trail cannot be read
     */
    public synchronized Look look() {
        try (Connection connection = Objects.requireNonNull(database).getConnection()) {
            TrailTable table = new TrailTable(connection);
            TrailVerification verification = new TrailVerification(connection, Objects.requireNonNull(keys));
            TrailEnd head = table.head().orElse(TrailEnd.START);
            TrailEnd from = table.checkpoint().orElse(TrailEnd.START);
            Optional<TrailCheck.Broken> seen = looked(verification, head, from);
            // A purge of meanwhile is no break.
            if (broken.isEmpty() && table.checkpoint().orElse(TrailEnd.START).equals(from)) {
                broken = seen;
            }
            return new Look(broken, head.place(), head.hash(), round == null ? 0 : round.place(), rounds);
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    private Optional<TrailCheck.Broken> looked(TrailVerification verification, TrailEnd head, TrailEnd from)
            throws SQLException {
        Optional<TrailCheck.Broken> ends = verification.sealsBroken(head, from);
        if (ends.isPresent()) {
            return ends;
        }
        Optional<TrailCheck.Broken> isNew = lookAtNew(verification, head, from);
        return isNew.isPresent() ? isNew : lookAtOld(verification, head, from);
    }

    private Optional<TrailCheck.Broken> lookAtNew(TrailVerification verification, TrailEnd head, TrailEnd start)
            throws SQLException {
        Reached from = newest;
        if (from == null) {
            // The head is ours; what stands before it is the business of the rounds.
            newest = new Reached(head.place(), head.hash(), 0, head.key().isPresent(), Optional.empty());
            return Optional.empty();
        }
        if (head.place() < from.place()) {
            return Optional.of(new TrailCheck.Broken(head.place(), TrailCheck.Why.END));
        }
        if (from.place() < start.place()) {
            // What was not looked at yet has been purged.
            from = verification.beginning(start);
        }
        Reached reached = verification.on(from, A_LOOK);
        newest = reached.broken().isPresent() ? from : reached;
        return broken(from, reached, head);
    }

    private Optional<TrailCheck.Broken> lookAtOld(TrailVerification verification, TrailEnd head, TrailEnd from)
            throws SQLException {
        Reached begin = round == null || round.place() < from.place() ? verification.beginning(from) : round;
        Reached reached = verification.on(begin, A_LOOK);
        boolean around = reached.place() >= head.place();
        rounds += around ? 1 : 0;
        round = around || reached.broken().isPresent() ? verification.beginning(from) : reached;
        return broken(begin, reached, head);
    }

    /** The head was read before the rows: they reach it, unless there are more than one look takes. */
    private static Optional<TrailCheck.Broken> broken(Reached from, Reached reached, TrailEnd head) {
        if (reached.broken().isPresent()) {
            return reached.broken();
        }
        boolean cut = reached.place() < head.place() && reached.place() - from.place() < A_LOOK;
        boolean other = reached.place() == head.place() && !reached.hash().equals(head.hash());
        return cut || other
                ? Optional.of(new TrailCheck.Broken(reached.place() + (cut ? 1 : 0), TrailCheck.Why.END))
                : Optional.empty();
    }
}
