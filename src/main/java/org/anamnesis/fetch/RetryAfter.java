package org.anamnesis.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pause an overloaded EHR asks for (RFC 9110, 10.2.3), as a number of seconds; a date is not read. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetryAfter() {}

    static Optional<Duration> of(Optional<String> header) {
        return header.map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
