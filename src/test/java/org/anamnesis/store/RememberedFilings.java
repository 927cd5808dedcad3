package org.anamnesis.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A ledger that is kept in memory, and where a node can die just before or just after anything is written. */
public final class RememberedFilings extends FilingLedger {

    private final Map<UUID, FilingRow> rows = new ConcurrentHashMap<>();
    private final Runnable beforeWrite;
    private final Runnable afterWrite;

    public RememberedFilings(Runnable beforeWrite, Runnable afterWrite) {
        this.beforeWrite = beforeWrite;
        this.afterWrite = afterWrite;
    }

    public void queue(UUID draft, Instant at) {
        FilingRow row = new FilingRow();
        row.draft = draft;
        row.queuedAt = at;
        row.nextTry = at;
        rows.put(draft, row);
    }

    @Override
    public Optional<FilingRecord> find(UUID draft) {
        return Optional.ofNullable(rows.get(draft))
                .map(row -> new FilingRecord(
                        row.draft,
                        row.standing,
                        row.queuedAt,
                        row.tries,
                        Optional.ofNullable(row.nextTry),
                        Optional.ofNullable(row.reason),
                        Optional.ofNullable(row.sealedWords),
                        Optional.ofNullable(row.sentAt),
                        Optional.ofNullable(row.acceptedAt),
                        Optional.ofNullable(row.document),
                        Optional.ofNullable(row.documentVersion),
                        row.notKept()));
    }

    @Override
    public boolean isOfAnother(String ehr, String document, UUID draft) {
        return rows.values().stream().anyMatch(row -> document.equals(row.document) && !row.draft.equals(draft));
    }

    @Override
    public void again(UUID draft, Instant now, Instant nextTry) {
        change(draft, row -> {
            row.standing = FilingRecord.Standing.QUEUED;
            row.queuedAt = now;
            row.tries = 0;
            row.nextTry = nextTry;
        });
    }

    @Override
    public void sending(UUID draft, Instant at) {
        change(draft, row -> row.sentAt = at);
    }

    @Override
    public void notTaken(UUID draft) {
        change(draft, row -> row.sentAt = null);
    }

    @Override
    public void accepted(UUID draft, Instant at) {
        change(draft, row -> {
            row.acceptedAt = at;
            row.sentAt = null;
        });
    }

    @Override
    public void located(UUID draft, String document, Optional<String> version) {
        change(draft, row -> {
            row.document = document;
            row.documentVersion = version.orElse(null);
            row.sentAt = null;
        });
    }

    @Override
    public void notKept(UUID draft, List<String> codes) {
        change(draft, row -> row.notKept = String.join(" ", codes));
    }

    @Override
    public void waiting(UUID draft, String reason, Optional<String> words, Instant nextTry) {
        change(draft, row -> {
            row.tries++;
            row.reason = reason;
            row.sealedWords = words.orElse(null);
            row.nextTry = nextTry;
        });
    }

    @Override
    public void ended(UUID draft, FilingRecord.Standing standing, String reason, Optional<String> words) {
        change(draft, row -> {
            row.standing = standing;
            row.reason = reason;
            row.sealedWords = words.orElse(null);
            row.nextTry = null;
        });
    }

    private void change(UUID draft, Consumer<FilingRow> change) {
        beforeWrite.run();
        change.accept(rows.get(draft));
        afterWrite.run();
    }
}
