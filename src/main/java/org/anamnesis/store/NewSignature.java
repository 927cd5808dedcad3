package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature to be put on a draft.
 *
 * @param signer who signs
 * @param at when
 * @param textHash SHA-256 of the text that was seen, in hex
 * @param encounter the logical id of the visit within which it is signed
 * @param firstTry when the background is to file it, if nobody has until then
 */
public record NewSignature(Signer signer, Instant at, String textHash, Optional<String> encounter, Instant firstTry) {

    /** By whom the EHR named, and nothing more. */
    public NewSignature(String signer, Instant at, String textHash, Optional<String> encounter, Instant firstTry) {
        this(Signer.of(signer), at, textHash, encounter, firstTry);
    }

    /** The person behind a role; empty where it is no role, or nobody said whose. */
    Optional<String> person() {
        return signer.practitioner().filter(known -> !known.equals(signer.reference()));
    }
}
