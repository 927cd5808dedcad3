package org.anamnesis.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Retry-After in both its forms (RFC 9110, 10.2.3). */
class RetryAfterTest {

    private static final Optional<String> DATE = Optional.of("Sun, 10 Nov 2024 08:49:37 GMT");

    @Test
    void aNumberIsSeconds() {
        assertThat(RetryAfter.of(Optional.of(" 120 "), Optional.empty())).hasValue(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 10 Nov 2024 08:51:37 GMT",
                "Sunday, 10-Nov-24 08:51:37 GMT",
                "Sun Nov 10 08:51:37 2024"
            })
    void aDateIsMeasuredFromTheEhrsOwnClock(String written) {
        assertThat(RetryAfter.of(Optional.of(written), DATE)).hasValue(Duration.ofMinutes(2));
    }

    @Test
    void aDateThatHasPassedIsNow() {
        assertThat(RetryAfter.of(Optional.of("Sun, 10 Nov 2024 08:00:00 GMT"), DATE)).hasValue(Duration.ZERO);
    }

    @Test
    void aDateWithoutTheEhrsOwnTimeSaysNothing() {
        assertThat(RetryAfter.of(Optional.of("Sun, 10 Nov 2024 08:51:37 GMT"), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999"})
    void whatIsNeitherSaysNothing(String written) {
        assertThat(RetryAfter.of(Optional.of(written), DATE)).isEmpty();
    }
}
