package org.anamnesis.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.anamnesis.background.BackgroundWork;
import org.anamnesis.store.DraftReviews;
import org.jspecify.annotations.Nullable;

/** Ends drafts that nobody signed in time. One request for all of them, which never ends. */
@ApplicationScoped
public class ExpiryWork implements BackgroundWork {

    /** The work's name and the id of its one request. */
    public static final String NAME = "expire-drafts";

    /** Between two rounds, and before the first. */
    public static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 200;

    private final @Nullable DraftReviews reviews;
    private final @Nullable ReviewSettings settings;
    private final @Nullable Clock clock;

    /** For the container's proxies only. */
    protected ExpiryWork() {
        this.reviews = null;
        this.settings = null;
        this.clock = null;
    }

    @Inject
    public ExpiryWork(DraftReviews reviews, ReviewSettings settings, Clock clock) {
        this.reviews = reviews;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        Instant now = Objects.requireNonNull(clock).instant().truncatedTo(ChronoUnit.MILLIS);
        Instant before = now.minus(Objects.requireNonNull(settings).expireAfter());
        int ended = Objects.requireNonNull(reviews).expire(before, now, AT_ONCE);
        return new Next.Again(ended < AT_ONCE ? now.plus(EVERY) : now);
    }
}
