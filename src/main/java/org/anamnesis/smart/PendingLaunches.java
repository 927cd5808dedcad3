package org.anamnesis.smart;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.Registration;

/** Launches whose browser is at the EHR: kept ten minutes, given out once, and no more of them than a bound. */
final class PendingLaunches {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final Clock clock;
    // In the order they began, so the oldest is first.
    private final Map<String, Pending> byState = new LinkedHashMap<>();

    PendingLaunches(Clock clock) {
        this.clock = clock;
    }

    /**
     * A launch under way.
     *
     * @param ehr where
     * @param app our registration there
     * @param verifier of the code (RFC 7636)
     * @param nonce that the id token must carry
     * @param binding that the browser must show
     * @param until when it is over
     */
    record Pending(Ehr ehr, Registration app, CodeVerifier verifier, Nonce nonce, String binding, Instant until) {}

    Instant until() {
        return clock.instant().plus(KEPT);
    }

    synchronized void add(String state, Pending pending) {
        Iterator<Pending> oldest = byState.values().iterator();
        while (oldest.hasNext()) {
            boolean over = !clock.instant().isBefore(oldest.next().until());
            if (!over && byState.size() < MOST) {
                break;
            }
            oldest.remove();
        }
        byState.put(state, pending);
    }

    /** Takes a launch out: a state is good for one callback, whatever comes of it. */
    synchronized Optional<Pending> take(String state) {
        return Optional.ofNullable(byState.remove(state))
                .filter(pending -> clock.instant().isBefore(pending.until()));
    }
}
