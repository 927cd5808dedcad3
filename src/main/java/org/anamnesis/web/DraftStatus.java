package org.anamnesis.web;

import java.time.Instant;
import org.anamnesis.filing.FilingStatus;
import org.anamnesis.store.StoredDraft;
import org.jspecify.annotations.Nullable;

/**
 * Where a draft stands.
 *
 * @param state as {@link FilingStatus} has it
 * @param reason in words for the clinician
 * @param caveat what the EHR did not keep of the filed note besides its text, in words for the clinician
 * @param signedBy a Practitioner or PractitionerRole reference
 * @param signedByName what the signer is called, where that is known
 */
public record DraftStatus(
        String state,
        @Nullable String location,
        @Nullable String version,
        @Nullable String nextTry,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String caveat,
        @Nullable String signedBy,
        @Nullable String signedByName,
        @Nullable String signedAt) {

    static DraftStatus of(StoredDraft draft, FilingStatus status, Names.At names) {
        return new DraftStatus(
                status.state(),
                status.location().orElse(null),
                status.version().orElse(null),
                status.nextTry().map(Instant::toString).orElse(null),
                status.reasonCode().orElse(null),
                status.reason().orElse(null),
                status.caveat().orElse(null),
                draft.signature().map(StoredDraft.Signature::signer).orElse(null),
                draft.signature()
                        .map(StoredDraft.Signature::signer)
                        .flatMap(names::of)
                        .orElse(null),
                draft.signature().map(signature -> signature.at().toString()).orElse(null));
    }
}
