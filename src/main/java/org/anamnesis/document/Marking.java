package org.anamnesis.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.draft.Backing.Banner;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.StoredDraft;

/**
 * What stands on every page besides the text: whose document it is, how it stands, and which text it is.
 *
 * @param title what people call the document
 * @param standing {@code DRAFT - NOT SIGNED}, or who signed and when, or how it ended
 * @param valid whether it is signed and holds
 * @param patient name, birth, sex, record number and id, as far as known
 * @param identity the document's identifier and the beginning of the hash of its text
 */
public record Marking(String title, String standing, boolean valid, String patient, String identity) {

    private static final String RECALLED = "RECALLED - DO NOT RELY ON IT. ";
    private static final String UNSIGNED = "DRAFT - NOT SIGNED";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int HASH_SHOWN = 16;

    /** How a draft is marked. */
    public static Marking of(StoredDraft draft) {
        return new Marking(
                draft.content().document().title(),
                standing(draft),
                isValid(draft),
                patient(draft),
                "Document " + draft.id() + ", text SHA-256 "
                        + draft.textHash()
                                .substring(
                                        0, Math.min(HASH_SHOWN, draft.textHash().length())));
    }

    /** Whether it was ended: nobody is to act on it. */
    boolean isOver() {
        return !valid && !standing.equals(UNSIGNED);
    }

    private static boolean isValid(StoredDraft draft) {
        return !draft.review().recalled() && (draft.state() == DraftState.SIGNED || draft.state() == DraftState.FILED);
    }

    private static String standing(StoredDraft draft) {
        String signed = draft.signature()
                .map(signature -> "Signed by " + signature.signer() + ", " + MINUTE.format(signature.at()))
                .orElse(UNSIGNED);
        String recalled = draft.review().recalled() ? RECALLED : "";
        return recalled
                + switch (draft.state()) {
                    case DRAFTED, EDITED, SIGNED, FILED -> signed;
                    case REJECTED -> "REJECTED - NOT SIGNED";
                    case EXPIRED -> "EXPIRED - NOT SIGNED";
                    case SUPERSEDED -> "REPLACED BY A LATER DOCUMENT. " + signed;
                    case ENTERED_IN_ERROR -> "ENTERED IN ERROR. " + signed;
                };
    }

    private static String patient(StoredDraft draft) {
        List<String> parts = new ArrayList<>();
        draft.content().backing().patient().ifPresent(banner -> add(parts, banner));
        parts.add("patient id " + draft.patient());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Banner banner) {
        parts.add(banner.name().orElse("name not recorded"));
        parts.add(banner.birthDate().map(date -> "born " + date).orElse("birth date not recorded"));
        banner.sex().ifPresent(parts::add);
        banner.recordNumber().ifPresent(number -> parts.add("record number " + number));
    }
}
