package org.anamnesis.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.anamnesis.smart.Handoffs.Begun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffsTest {

    private static final Begun BEGUN = new Begun("https://ehr.example.org/fhir", "opaque\nhandle &+=");

    private final SteppedClock clock = new SteppedClock();
    private final Handoffs handoffs = new Handoffs(SigningKeys.seal(), clock);

    @Test
    void givesTheLaunchBackOnceAndSaysNothingOfIt() {
        String code = handoffs.codeFor(BEGUN);
        assertThat(code).matches("[A-Za-z0-9_.-]+").isNotEqualTo(handoffs.codeFor(BEGUN));
        assertThat(handoffs.take(code)).contains(BEGUN);
        assertThat(handoffs.take(code)).isEmpty();
    }

    @Test
    void isOverAfterAMinute() {
        String inTime = handoffs.codeFor(BEGUN);
        String late = handoffs.codeFor(BEGUN);
        clock.step(Duration.ofMillis(59_999));
        assertThat(handoffs.take(inTime)).contains(BEGUN);
        clock.step(Duration.ofMillis(1));
        assertThat(handoffs.take(late)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "test.", "test.AAAA", "other.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "test.!!"})
    void takesNothingThatWasNotSealedHere(String code) {
        assertThat(handoffs.take(code)).isEmpty();
    }

    @Test
    void takesNoLaunchOfABrowserForACode() {
        assertThat(handoffs.take(SigningKeys.seal().close(code(), "another owner")))
                .isEmpty();
    }

    private static String code() {
        return "id\n99999999999999\niss\nlaunch";
    }
}
