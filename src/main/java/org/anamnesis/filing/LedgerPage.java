package org.anamnesis.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.store.FilingLedger;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.StoredDraft;

/** The ledger of one draft. What is written here is in the database when the call returns. */
final class LedgerPage {

    private final FilingLedger ledger;
    private final StoredDraft draft;
    private final Clock clock;

    LedgerPage(FilingLedger ledger, StoredDraft draft, Clock clock) {
        this.ledger = ledger;
        this.draft = draft;
        this.clock = clock;
    }

    FilingRecord record() {
        return ledger.find(draft.id())
                .orElseThrow(() -> new IllegalStateException("a signed draft has its page in the ledger"));
    }

    void sending() {
        ledger.sending(draft.id(), now());
    }

    void notTaken() {
        ledger.notTaken(draft.id());
    }

    void accepted() {
        ledger.accepted(draft.id(), now());
    }

    void located(String document, Optional<String> version) {
        ledger.located(draft.id(), document, version);
    }

    /** Written where it is another than before: most EHRs keep all. */
    void notKept(Set<NotKept> lost) {
        List<String> codes = lost.stream().map(NotKept::code).toList();
        if (!codes.equals(record().notKept())) {
            ledger.notKept(draft.id(), codes);
        }
    }

    boolean isOfAnother(String document) {
        return ledger.isOfAnother(draft.ehr(), document, draft.id());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
