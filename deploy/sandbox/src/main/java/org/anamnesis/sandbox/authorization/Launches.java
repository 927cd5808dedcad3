package org.anamnesis.sandbox.authorization;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The launches handed out. A launch can be authorized until it is redeemed for a token or its time is over; its
 * context is remembered longer, for the refreshing of tokens.
 */
public final class Launches {

    private static final Duration TIME_TO_AUTHORIZE = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int ID_BYTES = 24;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final Map<String, Launch> remembered = new LinkedHashMap<>();

    /** Launches by a clock. */
    public Launches(Clock clock) {
        this.clock = clock;
    }

    /** Opens a chart for an app. */
    public synchronized Launch open(String patient, Optional<String> encounter, String practitioner) {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var launch =
                new Launch(id, patient, encounter, practitioner, clock.instant().plus(TIME_TO_AUTHORIZE));
        remembered.put(id, launch);
        if (remembered.size() > MOST_REMEMBERED) {
            var oldest = remembered.keySet().iterator().next();
            remembered.remove(oldest);
            redeemed.remove(oldest);
        }
        return launch;
    }

    /** The context of a launch, old or new. */
    public synchronized Optional<Launch> context(String id) {
        return Optional.ofNullable(remembered.get(id));
    }

    /** The launch, if an authorization may still be given on it. */
    public Optional<Launch> open(String id) {
        return context(id)
                .filter(launch -> !redeemed.contains(id) && clock.instant().isBefore(launch.until()));
    }

    /** A token was issued on the launch: no further authorization is given on it. */
    public void redeem(String id) {
        redeemed.add(id);
    }
}
