package org.anamnesis.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Verifies stretches of the trail. */
final class TrailVerification {

    private static final int BLOCK = 1_000;

    private final TrailTable table;
    private final Chain chain;

    TrailVerification(Connection connection, TrailKeys keys) {
        this.table = new TrailTable(connection);
        this.chain = new Chain(keys);
    }

    /** How far a verification has come. */
    record Reached(long place, String hash, long unkeyed, boolean keyed, Optional<TrailCheck.Broken> broken) {}

    /** The whole trail, from its beginning to its head. */
    static TrailCheck whole(Connection connection, TrailKeys keys) throws SQLException {
        TrailVerification verification = new TrailVerification(connection, keys);
        while (true) {
            TrailEnd from = verification.table.checkpoint().orElse(TrailEnd.START);
            TrailCheck check = verification.from(from);
            // A purge of meanwhile is no break.
            if (check instanceof TrailCheck.Intact
                    || verification.table.checkpoint().orElse(TrailEnd.START).equals(from)) {
                return check;
            }
        }
    }

    private TrailCheck from(TrailEnd from) throws SQLException {
        // Read first: what is added meanwhile comes after it.
        TrailEnd head = table.head().orElse(TrailEnd.START);
        Optional<TrailCheck.Broken> ends = sealsBroken(head, from);
        if (ends.isPresent()) {
            return ends.get();
        }
        Reached reached = beginning(from);
        while (reached.broken().isEmpty() && reached.place() < head.place()) {
            Reached next = on(reached, BLOCK);
            if (next.place() == reached.place() && next.broken().isEmpty()) {
                return new TrailCheck.Broken(reached.place() + 1, TrailCheck.Why.END);
            }
            reached = next;
        }
        return reached.broken().isPresent() ? reached.broken().get() : endOf(head, from, reached);
    }

    private TrailCheck endOf(TrailEnd head, TrailEnd from, Reached reached) throws SQLException {
        Optional<String> hash = hashAt(head.place(), from);
        if (!hash.filter(head.hash()::equals).isPresent()) {
            return new TrailCheck.Broken(head.place(), TrailCheck.Why.END);
        }
        // Rows after the head belong to writers of meanwhile, unless the head still is where it was.
        boolean beyond = !table.after(head.place(), 1).isEmpty()
                && table.head().filter(head::equals).isPresent();
        return beyond
                ? new TrailCheck.Broken(head.place() + 1, TrailCheck.Why.END)
                : new TrailCheck.Intact(
                        head.place() - from.place(), from.place(), head.place(), head.hash(), reached.unkeyed());
    }

    private Optional<String> hashAt(long place, TrailEnd from) throws SQLException {
        if (place == from.place()) {
            return Optional.of(from.hash());
        }
        List<AuditRecord> row = table.after(place - 1, 1);
        return row.stream()
                .filter(known -> known.place() == place)
                .map(AuditRecord::hash)
                .findFirst();
    }

    /** Where the trail begins. */
    Reached beginning(TrailEnd from) {
        return new Reached(from.place(), from.hash(), 0, from.key().isPresent(), Optional.empty());
    }

    /** A head without a seal is one that no keyed row was ever written to. */
    Optional<TrailCheck.Broken> sealsBroken(TrailEnd head, TrailEnd from) throws SQLException {
        boolean never = head.isUnsealed() && !table.hasKeyed();
        if (!never && !chain.isSealed(head, "head")) {
            return Optional.of(new TrailCheck.Broken(head.place(), TrailCheck.Why.SEAL));
        }
        if (from.place() > 0 && !chain.isSealed(from, "checkpoint")) {
            return Optional.of(new TrailCheck.Broken(from.place(), TrailCheck.Why.SEAL));
        }
        return head.place() < from.place()
                ? Optional.of(new TrailCheck.Broken(head.place(), TrailCheck.Why.END))
                : Optional.empty();
    }

    /** The next rows from where it has come. */
    Reached on(Reached reached, int most) throws SQLException {
        long place = reached.place();
        String hash = reached.hash();
        long unkeyed = reached.unkeyed();
        boolean keyed = reached.keyed();
        for (AuditRecord row : table.after(place, most)) {
            if (row.place() != place + 1) {
                return broken(place + 1, TrailCheck.Why.GAP);
            }
            // Once keyed, always keyed: a stretch rewritten without the key does not pass as an old one.
            if (!chain.holds(row, hash) || (keyed && row.key().isEmpty())) {
                return broken(row.place(), TrailCheck.Why.ALTERED);
            }
            place = row.place();
            hash = row.hash();
            unkeyed += row.key().isEmpty() ? 1 : 0;
            keyed = keyed || row.key().isPresent();
        }
        return new Reached(place, hash, unkeyed, keyed, Optional.empty());
    }

    private static Reached broken(long place, TrailCheck.Why why) {
        return new Reached(place, "", 0, true, Optional.of(new TrailCheck.Broken(place, why)));
    }
}
