package org.anamnesis.fetch;

import java.time.Duration;

/**
 * The bounds of reading one chart.
 *
 * @param deadline for all requests together; what is not there by then is given up
 * @param perRequest how long one request may take, and how long the EHR may stay silent within it
 * @param parallel how many requests run at a time for one chart
 * @param answerBytes how long one answer may be, after decompression
 */
public record ReadLimits(Duration deadline, Duration perRequest, int parallel, int answerBytes) {

    /** 20 s for the chart, 10 s a request, 4 at a time, 32 MiB an answer. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4, 32 * 1024 * 1024);

    public ReadLimits {
        if (deadline.isNegative() || deadline.isZero() || perRequest.isNegative() || perRequest.isZero()) {
            throw new IllegalArgumentException("time limits are above zero");
        }
        if (parallel < 1 || answerBytes < 1) {
            throw new IllegalArgumentException("limits start at 1");
        }
    }
}
