package org.anamnesis.smart;

import java.util.Optional;

/**
 * What the browser brought back from the authorization server.
 *
 * @param state which launch it says it belongs to
 * @param code the authorization code
 * @param error the error code in its place
 * @param issuer who says to have answered (RFC 9207); compared, never used as an address
 * @param binding the secret from the browser's cookie
 */
public record LaunchCallback(
        Optional<String> state,
        Optional<String> code,
        Optional<String> error,
        Optional<String> issuer,
        Optional<String> binding) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "LaunchCallback";
    }
}
