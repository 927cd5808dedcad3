package org.anamnesis.smart;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Hands a launch over to a window of its own, where the frame's browser keeps no cookie. The code opens the launch's own
 * start again, there, before the EHR's authorization server has seen it: for a minute, once, and it is no token. Who gets
 * hold of it can begin a launch, which ends in the chart only for who is signed in at the EHR.
 */
public final class Handoffs {

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final String OWNER = "handoff";

    private final LaunchSeal seal;
    private final UsedOnce used;
    private final Clock clock;

    Handoffs(LaunchSeal seal, Clock clock) {
        this.seal = seal;
        this.used = new UsedOnce(clock);
        this.clock = clock;
    }

    /**
     * A launch as the EHR began it.
     *
     * @param iss the FHIR base that the EHR named
     * @param launch its opaque handle
     */
    public record Begun(String iss, String launch) {}

    /** A code for it, in the letters of an address. */
    public String codeFor(Begun begun) {
        String until = String.valueOf(clock.instant().plus(KEPT).toEpochMilli());
        // The handle comes last: it alone may hold line feeds.
        return seal.close(String.join("\n", Secrets.fresh(128), until, begun.iss(), begun.launch()), OWNER);
    }

    /** The launch of a code; empty for one that is over, used, or none of ours. */
    public Optional<Begun> take(String code) {
        return seal.open(code, OWNER).flatMap(this::read);
    }

    private Optional<Begun> read(String text) {
        List<String> parts = List.of(text.split("\n", 4));
        Instant until = Instant.ofEpochMilli(Long.parseLong(parts.get(1)));
        if (!clock.instant().isBefore(until) || !used.use(parts.getFirst(), until)) {
            return Optional.empty();
        }
        return Optional.of(new Begun(parts.get(2), parts.get(3)));
    }
}
