package org.anamnesis.exchange;

import java.time.Duration;
import java.util.Optional;

/** What came of fetching one file that lies in the EHR. */
public sealed interface Download {

    /**
     * The file arrived.
     *
     * @param bytes as they lie in the EHR, unpacked
     * @param contentType the media type, without parameters and in lower case, or empty
     */
    record Arrived(byte[] bytes, String contentType) implements Download {}

    /**
     * An HTTP status that is no success; its text was thrown away.
     *
     * @param pause what an overloaded EHR asks for
     */
    record Refused(int status, Optional<Duration> pause) implements Download {}

    /** Larger than what was to be read. */
    record TooLarge() implements Download {}

    /** @param late whether the time was up, or the EHR stayed silent for too long */
    record Broken(boolean late) implements Download {}
}
