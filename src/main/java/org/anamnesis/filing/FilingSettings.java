package org.anamnesis.filing;

import java.time.Duration;

/**
 * How patiently documents are filed.
 *
 * @param firstPause between the first try and the second; each further one is twice as long
 * @param longestPause between two tries
 * @param giveUpAfter since the signature; after it a person has to look
 * @param settle how long after a lost answer the EHR may still keep what was sent: until then nothing is sent again
 * @param grace how long a try may take besides its requests, before another may begin
 */
public record FilingSettings(
        Duration firstPause, Duration longestPause, Duration giveUpAfter, Duration settle, Duration grace) {

    /** What holds where nothing is configured. */
    public static final FilingSettings DEFAULT = new FilingSettings(
            Duration.ofSeconds(10),
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2));

    public FilingSettings {
        if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("pauses begin above zero and grow");
        }
    }
}
