package org.anamnesis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The append-only trail. Each event carries the hash of the one before it, so an altered or missing row shows.
 *
 * <p>Recording is a transaction of its own and throws where it cannot be done: then the act must not happen.
 */
@ApplicationScoped
public class AuditTrail {

    private static final int LONGEST_TEXT = 400;

    @PersistenceContext
    private @Nullable EntityManager entities;

    /** Records an act that is about to happen. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void record(AuditEvent event) {
        append(List.of(event));
    }

    /** Records acts that are about to happen together: all of them, or none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordAll(List<AuditEvent> events) {
        append(events);
    }

    private void append(List<AuditEvent> events) {
        AuditHead head = entities().find(AuditHead.class, AuditHead.ONLY_ROW, LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            throw new IllegalStateException("the audit trail has no head");
        }
        events.forEach(event -> append(head, event));
    }

    private void append(AuditHead head, AuditEvent event) {
        AuditRow row = new AuditRow();
        row.place = head.place + 1;
        row.recordedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        row.kind = event.kind().name();
        row.ehr = event.ehr();
        row.patient = event.patient().orElse(null);
        row.actor = bounded(event.actor());
        row.detail = bounded(event.detail());
        row.previousHash = head.hash;
        row.hash = hash(row);
        head.place = row.place;
        head.hash = row.hash;
        entities().persist(row);
    }

    /** Whether every row is as it was written and none is missing, up to the head. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isIntact() {
        List<AuditRow> rows = entities()
                .createQuery("select event from AuditRow event order by event.place", AuditRow.class)
                .getResultList();
        String previous = AuditHead.START;
        long place = 0;
        for (AuditRow row : rows) {
            if (row.place != ++place || !row.previousHash.equals(previous) || !row.hash.equals(hash(row))) {
                return false;
            }
            previous = row.hash;
        }
        AuditHead head = entities().find(AuditHead.class, AuditHead.ONLY_ROW);
        return head != null && head.place == place && head.hash.equals(previous);
    }

    private static String hash(AuditRow row) {
        String fields = String.join(
                "\u001f",
                row.previousHash,
                String.valueOf(row.place),
                String.valueOf(row.recordedAt.toEpochMilli()),
                row.kind,
                row.ehr,
                Objects.requireNonNullElse(row.patient, ""),
                row.actor,
                row.detail);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(fields.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String bounded(String text) {
        // Half a character would come back from the database as another, and break the chain.
        String visible = text.replaceAll("[\\p{Cntrl}]|[^\\x00-\\x{FFFF}]|\\p{Cs}", " ");
        return visible.length() <= LONGEST_TEXT ? visible : visible.substring(0, LONGEST_TEXT);
    }

    private EntityManager entities() {
        return Objects.requireNonNull(entities, "injected by the container");
    }
}
