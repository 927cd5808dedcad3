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
 * @param files what is fetched of the files that notes point at
 */
public record ReadLimits(Duration deadline, Duration perRequest, int parallel, Limits answer, Files files) {

    /** 20 s for the chart, 10 s a request, 4 at a time. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4, Limits.EHR, Files.DEFAULT);

    /** For one patient of a ward list: 6 s, 5 s a request, 2 at a time, no files. */
    public static final ReadLimits WARD =
            new ReadLimits(Duration.ofSeconds(6), Duration.ofSeconds(5), 2, Limits.EHR, Files.DEFAULT.first(0));

    public ReadLimits {
        if (deadline.isNegative() || deadline.isZero() || perRequest.isNegative() || perRequest.isZero()) {
            throw new IllegalArgumentException("time limits are above zero");
        }
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one request runs at a time");
        }
    }

    /**
     * The bounds of fetching files.
     *
     * @param newest how many, the newest
     * @param bytesEach more of one file is not read
     * @param bytesTogether more of all files is not kept
     */
    public record Files(int newest, long bytesEach, long bytesTogether) {

        /** The newest 40, up to 8 MiB each and 32 MiB together. */
        public static final Files DEFAULT = new Files(40, 8L << 20, 32L << 20);

        /** As many files at most, the newest. */
        Files first(int files) {
            return new Files(files, bytesEach, bytesTogether);
        }

        public Files {
            if (newest < 0 || bytesEach < 1 || bytesTogether < 1) {
                throw new IllegalArgumentException("bounds of files are above zero");
            }
        }
    }
}
