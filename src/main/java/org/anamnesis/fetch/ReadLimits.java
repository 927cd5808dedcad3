package org.anamnesis.fetch;

import java.time.Duration;
import org.anamnesis.guard.Limits;

/**
 * The bounds of reading one chart.
 *
 * @param deadline for all requests together; what is not there by then is given up
 * @param perRequest how long one request may take, and how long the EHR may stay silent within it
 * @param parallel how many requests run at a time for one chart
 * @param answer what one answer may be, after decompression
 */
public record ReadLimits(Duration deadline, Duration perRequest, int parallel, Limits answer) {

    /** 20 s for the chart, 10 s a request, 4 at a time. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4, Limits.EHR);

    public ReadLimits {
        if (deadline.isNegative() || deadline.isZero() || perRequest.isNegative() || perRequest.isZero()) {
            throw new IllegalArgumentException("time limits are above zero");
        }
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one request runs at a time");
        }
    }
}
