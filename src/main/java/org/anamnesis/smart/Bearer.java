package org.anamnesis.smart;

import java.time.Instant;

/**
 * An access token of an EHR, to be sent to that EHR only.
 *
 * @param value the token; a secret
 * @param scopes what it was granted for
 * @param expiresAt from when on it is worth nothing
 */
public record Bearer(String value, Scopes scopes, Instant expiresAt) {

    /** Without the token, so that no log ever holds it. */
    @Override
    public String toString() {
        return "Bearer[" + scopes + " until " + expiresAt + "]";
    }
}
