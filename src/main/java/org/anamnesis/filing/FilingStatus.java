package org.anamnesis.filing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.store.DraftState;
import org.anamnesis.store.FilingRecord;
import org.anamnesis.store.StoredDraft;

/**
 * Where a draft stands, for people and callers.
 *
 * @param state {@code drafted}, {@code edited}, {@code queued}, {@code refused}, {@code needs-person}, {@code filed},
 *     {@code superseded}, {@code rejected}, {@code entered-in-error} or {@code expired}
 * @param location where the EHR has it, as far as that is known
 * @param version its version there
 * @param nextTry when filing is tried next
 * @param reasonCode why it is not filed, a stable word
 * @param reason the same in words for the clinician, the EHR's own where it said some
 * @param notKept what of the filed note, besides its text, the EHR did not keep: the codes of {@link NotKept}
 */
public record FilingStatus(
        String state,
        Optional<String> location,
        Optional<String> version,
        Optional<Instant> nextTry,
        Optional<String> reasonCode,
        Optional<String> reason,
        List<String> notKept) {

    public FilingStatus {
        notKept = List.copyOf(notKept);
    }

    /** What the EHR did not keep, in words for the clinician; empty where that is nothing that means anything to them. */
    public Optional<String> caveat() {
        return NotKept.words(notKept);
    }

    /** The status of a draft. */
    public static FilingStatus of(StoredDraft draft, Optional<FilingRecord> record) {
        Optional<FilingRecord> signed = record.filter(known -> draft.state() == DraftState.SIGNED);
        String state = signed.map(known -> word(known.standing()))
                .orElse(draft.state() == DraftState.SIGNED ? "queued" : word(draft.state()));
        Optional<String> code = signed.flatMap(FilingRecord::reason)
                .or(() -> draft.review().end().map(StoredDraft.End::reason));
        return new FilingStatus(
                state,
                draft.filed().map(StoredDraft.Filed::location).or(() -> record.flatMap(FilingRecord::document)),
                record.flatMap(FilingRecord::version),
                signed.flatMap(FilingRecord::nextTry),
                code,
                signed.flatMap(known -> known.reason().map(why -> words(why, known.words()))),
                record.map(FilingRecord::notKept).orElse(List.of()));
    }

    /** What a reason means to a clinician. */
    static String words(String code, Optional<String> ehr) {
        String ours = switch (code) {
            case "unreachable",
                    "answer-lost",
                    "unreadable-answer",
                    "answer-unclear",
                    "http-502",
                    "http-503",
                    "http-504" -> "The EHR did not answer.";
            case "http-429" -> "The EHR is busy and asks to wait.";
            case "in-progress" -> "It is being filed.";
            case "in-review-at-the-ehr" -> "The EHR has taken it for a review of its own.";
            case "not-readable-yet" -> "The EHR has it and does not show it yet.";
            case "altered" -> "The EHR holds another text than the one that was signed.";
            case "other-document" -> "The EHR holds another document in its place.";
            case "search-not-heeded" -> "The EHR does not say whether it has it already.";
            case "encounter-missing" -> "The EHR takes notes of a visit only, and it was signed without one.";
            case FilingOutcome.Refused.RECALLED ->
                "It was recalled before it was filed: something it was made from turned out to be wrong.";
            case "no-document-create" -> "By its own statement the EHR takes no documents.";
            case "http-401", "http-403" -> "The EHR does not let Anamnesis file documents here.";
            case "ehr-not-configured" -> "This EHR is not connected any more.";
            default -> "The EHR does not take it (" + code + ").";
        };
        return ehr.map(said -> ours + " It says: " + said).orElse(ours);
    }

    private static String word(FilingRecord.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(DraftState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
