package org.anamnesis.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of the filing of one signed draft.
 *
 * @param standing how it stands
 * @param queuedAt since when it is to be filed
 * @param tries how often it was tried
 * @param nextTry when it is tried next, where it is waiting
 * @param reason why it is not filed yet, or will not be: a stable word
 * @param words the same in the EHR's own words, where it said some; they may be about the patient
 * @param sentAt when a document was sent whose answer is not known: it may be in the EHR
 * @param acceptedAt when the EHR took it for a review of its own (202)
 * @param document where the EHR has it, once that is known, e.g. {@code DocumentReference/12}
 * @param version its version there, where the EHR said one
 * @param notKept what of the document, besides its text, the EHR did not keep: stable codes
 */
public record FilingRecord(
        UUID draft,
        Standing standing,
        Instant queuedAt,
        int tries,
        Optional<Instant> nextTry,
        Optional<String> reason,
        Optional<String> words,
        Optional<Instant> sentAt,
        Optional<Instant> acceptedAt,
        Optional<String> document,
        Optional<String> version,
        List<String> notKept) {

    public FilingRecord {
        notKept = List.copyOf(notKept);
    }

    /** How a filing stands. */
    public enum Standing {
        /** It is tried, now or later, by whichever node is free. */
        QUEUED,
        /** The EHR does not take it. */
        REFUSED,
        /** It was tried for long, and a person has to look. */
        NEEDS_PERSON,
        /** The EHR has it. */
        FILED
    }

    /** A draft that was signed just now. */
    public static FilingRecord queued(UUID draft, Instant now, Instant nextTry) {
        return new FilingRecord(
                draft,
                Standing.QUEUED,
                now,
                0,
                Optional.of(nextTry),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Whether the EHR may have it, as far as we know. */
    public boolean mayBeThere() {
        return sentAt.isPresent() || acceptedAt.isPresent() || document.isPresent();
    }
}
