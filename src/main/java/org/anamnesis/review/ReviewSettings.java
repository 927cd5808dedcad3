package org.anamnesis.review;

import java.time.Duration;

/**
 * How long drafts wait for a reviewer.
 *
 * @param expireAfter since the composition
 */
public record ReviewSettings(Duration expireAfter) {

    /** What holds where nothing is configured. */
    public static final ReviewSettings DEFAULT = new ReviewSettings(Duration.ofHours(24));
}
