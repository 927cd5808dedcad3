package org.anamnesis.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The append-only trail. Each record carries a keyed hash over itself and the one before it, so an altered, missing or added one
 * shows.
 *
 * <p>Recording is a transaction of its own and throws {@link AuditUnavailable} where it cannot be done: then the act must not
 * happen. An act is recorded twice: that it is about to happen, and what came of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class AuditTrail {

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    private final @Nullable TrailKeys keys;
    private final @Nullable Clock clock;
    private volatile @Nullable TrailWriter writer;

    /** For the container's proxies only. */
    protected AuditTrail() {
        this.keys = null;
        this.clock = null;
    }

    @Inject
    public AuditTrail(TrailKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A trail in a database, without a container. */
    public AuditTrail(DataSource database, TrailKeys keys, Clock clock) {
        this(keys, clock);
        this.database = database;
    }

    /** Records an act that is about to happen. */
    public void record(AuditEvent event) {
        add(List.of(event));
    }

    /** Records acts together: all of them, or none. */
    public void recordAll(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            add(events);
        }
    }

    /** Records an act that is about to happen, for {@link #ended} to say what came of it. */
    public Begun begin(AuditEvent event) {
        return new Begun(event, add(List.of(event)));
    }

    /** The same for acts that begin together. */
    public List<Begun> beginAll(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        long first = add(events) - events.size() + 1;
        return IntStream.range(0, events.size())
                .mapToObj(at -> new Begun(events.get(at), first + at))
                .toList();
    }

    /**
     * Records what came of an act.
     *
     * @param words in stable words and ids
     */
    public void ended(Begun begun, AuditEvent.Outcome outcome, String words) {
        add(List.of(begun.ended(outcome, words)));
    }

    /** An act that began, and where that stands. */
    public record Begun(AuditEvent event, long place) {

        /** What came of it, as an event. */
        public AuditEvent ended(AuditEvent.Outcome outcome, String words) {
            return event.ended(place, outcome, words);
        }
    }

    private long add(List<AuditEvent> events) {
        try {
            return writer().add(
                            events,
                            CallOrigin.current(),
                            Objects.requireNonNull(clock).instant());
        } catch (SQLException | RuntimeException e) {
            throw new AuditUnavailable(e);
        }
    }

    /** Whether every record is as it was written and none is missing, up to the head. */
    public boolean isIntact() {
        return check() instanceof TrailCheck.Intact;
    }

    /** Verifies the whole trail; takes as long as it is long. */
    public TrailCheck check() {
        try (Connection connection = database().getConnection()) {
            return TrailVerification.whole(connection, Objects.requireNonNull(keys));
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    /** What a search finds, the newest first. */
    public List<AuditRecord> find(AuditSearch search) {
        try (Connection connection = database().getConnection()) {
            return new TrailTable(connection).newest(search.condition(), search.most());
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    /** The rows after a place, in order. */
    public List<AuditRecord> after(long place, int most) {
        try (Connection connection = database().getConnection()) {
            return new TrailTable(connection).after(place, most);
        } catch (SQLException e) {
            throw new AuditUnavailable(e);
        }
    }

    private TrailWriter writer() {
        TrailWriter known = writer;
        if (known == null) {
            synchronized (this) {
                known = writer;
                if (known == null) {
                    known = new TrailWriter(database(), Objects.requireNonNull(keys));
                    writer = known;
                }
            }
        }
        return known;
    }

    private DataSource database() {
        return Objects.requireNonNull(database, "injected by the container");
    }
}
