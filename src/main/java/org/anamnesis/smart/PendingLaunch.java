package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anamnesis.ehr.EhrId;

/**
 * A launch whose browser is at the EHR. It travels in that browser's own cookie, sealed, so nothing of it is kept here: no
 * number of launches begun by strangers crowds out one of a clinician's.
 *
 * @param ehr where
 * @param verifier of the code (RFC 7636)
 * @param nonce that the id token must carry
 * @param until when it is over
 */
record PendingLaunch(EhrId ehr, CodeVerifier verifier, Nonce nonce, Instant until) {

    String text() {
        return String.join(
                " ", ehr.value(), verifier.getValue(), nonce.getValue(), String.valueOf(until.getEpochSecond()));
    }

    static Optional<PendingLaunch> parse(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        if (parts.size() != 4) {
            return Optional.empty();
        }
        try {
            return EhrId.parse(parts.get(0))
                    .map(ehr -> new PendingLaunch(
                            ehr,
                            new CodeVerifier(parts.get(1)),
                            new Nonce(parts.get(2)),
                            Instant.ofEpochSecond(Long.parseLong(parts.get(3)))));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "PendingLaunch at " + ehr.value();
    }
}
