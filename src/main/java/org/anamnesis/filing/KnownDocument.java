package org.anamnesis.filing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.DocumentReference;

/** Looks in the EHR for the document of a draft, as its profile says it can be found. */
final class KnownDocument {

    /** Notes of one patient within two days. */
    private static final int MOST_CANDIDATES = 50;

    private final EhrRecord ehr;
    private final WriteProfile profile;
    private final LedgerPage ledger;

    KnownDocument(EhrRecord ehr, WriteProfile profile, LedgerPage ledger) {
        this.ehr = ehr;
        this.profile = profile;
        this.ledger = ledger;
    }

    /** The condition of a create, where the EHR heeds it. */
    static String query(StoredDraft draft) {
        return "DocumentReference?identifier=" + FiledDocument.IDENTIFIER_SYSTEM + "|"
                + FiledDocument.identifier(draft);
    }

    /**
     * The reference of the draft's document.
     *
     * @throws SearchNotHeeded where the EHR does not heed the query: then nobody can say that it is not there
     */
    Optional<String> find(StoredDraft draft) {
        return switch (profile.foundBy()) {
            case IDENTIFIER -> byIdentifier(draft);
            case TEXT -> byText(draft);
        };
    }

    private Optional<String> byIdentifier(StoredDraft draft) {
        return ehr.findIdentified(
                DocumentReference.class, query(draft), one -> FiledDocument.hasIdentifier(one, draft));
    }

    private Optional<String> byText(StoredDraft draft) {
        Instant signed = draft.signature().map(StoredDraft.Signature::at).orElse(draft.composedAt());
        String since =
                signed.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1).toString();
        return ehr.findAmong(
                DocumentReference.class,
                "DocumentReference?patient=" + draft.patient() + "&date=ge" + since + "&_count=" + MOST_CANDIDATES,
                one -> FiledDocument.isAbout(one, draft)
                        && text(one).filter(draft.text()::equals).isPresent()
                        && !ledger.isOfAnother(
                                "DocumentReference/" + one.getIdElement().getIdPart()),
                MOST_CANDIDATES);
    }

    /** A document's text, inline or behind its address. */
    Optional<String> text(DocumentReference document) {
        return FiledDocument.text(document)
                .or(() -> Optional.ofNullable(
                                document.getContentFirstRep().getAttachment().getUrl())
                        .flatMap(ehr::text));
    }
}
