package org.anamnesis.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.http.client.utils.DateUtils;

/**
 * The pause an overloaded EHR asks for (RFC 9110, 10.2.3): a number of seconds, or a date in any of the three forms of 5.6.7.
 *
 * <p>A date is measured from the {@code Date} of the same answer, so that no clock but the EHR's own counts.
 */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RetryAfter() {}

    /**
     * The pause; empty where none is asked for in a way that can be understood.
     *
     * @param retryAfter the header of this name
     * @param date the {@code Date} header of the same answer
     */
    static Optional<Duration> of(Optional<String> retryAfter, Optional<String> date) {
        Optional<String> written = retryAfter.map(String::strip);
        return written.filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .or(() -> written.flatMap(RetryAfter::moment)
                        .flatMap(until -> date.flatMap(RetryAfter::moment).map(now -> Duration.between(now, until)))
                        .map(pause -> pause.isNegative() ? Duration.ZERO : pause));
    }

    private static Optional<Instant> moment(String text) {
        return Optional.ofNullable(DateUtils.parseDate(text)).map(java.util.Date::toInstant);
    }
}
