package org.anamnesis.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A draft as it is kept.
 *
 * @param id ours, and the identifier under which it is filed
 * @param ehr which EHR it belongs to
 * @param patient the logical id of the Patient there
 * @param text the exact text
 * @param textHash SHA-256 of the text, in hex
 * @param content what the text was made of
 * @param signature once it is signed
 * @param filed once the EHR has it
 */
public record StoredDraft(
        UUID id,
        String ehr,
        String patient,
        Instant composedAt,
        String text,
        String textHash,
        DraftContent content,
        Optional<Signature> signature,
        Optional<Filed> filed) {

    /** How far the draft has come. */
    public DraftState state() {
        return filed.isPresent() ? DraftState.FILED : signature.isPresent() ? DraftState.SIGNED : DraftState.DRAFTED;
    }

    /**
     * Who signed, and when.
     *
     * @param signer a Practitioner or PractitionerRole reference of the EHR
     */
    public record Signature(String signer, Instant at) {}

    /**
     * Where it went.
     *
     * @param location the reference in the EHR, e.g. {@code DocumentReference/12}
     */
    public record Filed(String location, Instant at) {}
}
