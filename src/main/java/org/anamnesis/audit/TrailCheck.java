package org.anamnesis.audit;

/** What came of verifying the trail. */
public sealed interface TrailCheck {

    /**
     * Every row is as it was written, and none is missing.
     *
     * @param rows how many were verified
     * @param from the place after which the trail begins: 0, or the last place that was purged
     * @param end the newest row
     * @param hash the hash of that row; kept elsewhere, it shows later whether the end was cut off
     * @param unkeyed how many of them are from before the trail was keyed
     */
    record Intact(long rows, long from, long end, String hash, long unkeyed) implements TrailCheck {}

    /**
     * Something is not as it was written.
     *
     * @param place where it shows first
     * @param why what shows
     */
    record Broken(long place, Why why) implements TrailCheck {}

    /** What shows. */
    enum Why {
        /** A row is missing before this one, or two were exchanged. */
        GAP,
        /** A row is not what was written, or its key is not configured. */
        ALTERED,
        /** The end is not where the head says. */
        END,
        /** The head, or the checkpoint of a purge, is not ours. */
        SEAL
    }
}
