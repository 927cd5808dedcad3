package org.anamnesis.web;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our cookies. All are {@code Partitioned}: inside an EHR's frame, browsers that block third-party cookies keep only
 * such ones, each EHR's site with a jar of its own.
 */
final class Cookies {

    /** Names the session. */
    static final String SESSION = "__Host-sid";

    /** Shows that the browser keeps our cookies; says nothing else. */
    static final String PROBE = "__Host-probe";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=None; Partitioned";
    private static final int LAUNCH_SECONDS = 600;
    private static final int PROBE_SECONDS = 60;
    private static final int NAME_LETTERS = 16;

    private Cookies() {}

    static String session(String id) {
        return SESSION + "=" + id + ATTRIBUTES;
    }

    /** A launch's own cookie, so that two launches begun at once do not overwrite one another's. */
    static String launchName(String state) {
        return "__Host-launch-" + state.substring(0, Math.min(NAME_LETTERS, state.length()));
    }

    static String launch(String state, String binding) {
        return launchName(state) + "=" + binding + "; Max-Age=" + LAUNCH_SECONDS + ATTRIBUTES;
    }

    static String launchOver(String state) {
        return launchName(state) + "=; Max-Age=0" + ATTRIBUTES;
    }

    static String probe() {
        return PROBE + "=1; Max-Age=" + PROBE_SECONDS + ATTRIBUTES;
    }

    static String probeOver() {
        return PROBE + "=; Max-Age=0" + ATTRIBUTES;
    }

    static Optional<String> find(Cookie @Nullable [] sent, String name) {
        if (sent == null) {
            return Optional.empty();
        }
        return Arrays.stream(sent)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
