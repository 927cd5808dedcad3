package org.anamnesis.notes;

import java.time.Duration;

/**
 * What files may cost.
 *
 * @param bytes of the file
 * @param unpacked bytes, all its compressed parts together
 * @param characters of its text
 * @param time to read it
 * @param timeTogether to read all files of one chart
 */
public record DocumentLimits(int bytes, int unpacked, int characters, Duration time, Duration timeTogether) {

    /** A discharge letter has some 5,000 characters, a long one 50,000. */
    public static final DocumentLimits USUAL =
            new DocumentLimits(10 << 20, 32 << 20, 300_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

    public DocumentLimits {
        if (bytes < 1
                || unpacked < 1
                || characters < 1
                || time.compareTo(Duration.ZERO) <= 0
                || timeTogether.compareTo(time) < 0) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
