package org.anamnesis.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header Retry-After (RFC 9110, 10.2.3) in seconds; as a date it is not used, since clocks differ. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private RetryAfter() {}

    static Optional<Duration> read(String value) {
        String text = value.strip();
        return SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofSeconds(Integer.parseInt(text)))
                : Optional.empty();
    }
}
