package org.anamnesis.review;

import java.util.Optional;
import java.util.UUID;
import org.anamnesis.store.Signer;

/**
 * A clinician's wish to sign.
 *
 * @param ehr which EHR the caller came from
 * @param draft which draft
 * @param textHash SHA-256 of the text the clinician saw, in hex
 * @param signer the clinician
 * @param actor client and user for the audit
 * @param patient the one patient the caller may act for, where it is bound to one
 * @param encounter the logical id of the visit in whose context it is signed
 */
public record SignRequest(
        String ehr,
        UUID draft,
        String textHash,
        Signer signer,
        String actor,
        Optional<String> patient,
        Optional<String> encounter) {}
