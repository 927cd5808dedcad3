package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.anamnesis.chart.Coverage;
import org.junit.jupiter.api.Test;

class SummaryStreamTest {

    private static final Duration NOW = Duration.ofMillis(1);

    private final SummaryStream stream = new SummaryStream(Duration.ofMillis(5));

    @Test
    void ofTheStepsOfReadingOnlyTheNewestIsToldAndBeforeTheCoverage() throws InterruptedException {
        stream.reading(1, 12, 40);
        stream.reading(2, 12, 400);
        stream.read(new Coverage(List.of()));
        assertThat(stream.next(NOW)).hasValue(new StreamEvent.Reading(2, 12, 400));
        assertThat(stream.next(NOW))
                .hasValueSatisfying(event -> assertThat(event.name()).isEqualTo("coverage"));
        assertThat(stream.next(NOW)).isEmpty();
        stream.reading(3, 12, 410);
        assertThat(stream.next(NOW)).hasValue(new StreamEvent.Reading(3, 12, 410));
    }

    @Test
    void whoTakesNothingForTooLongEndsTheWriting() {
        assertThatThrownBy(() -> {
                    for (int event = 0; event < 1_000; event++) {
                        stream.repairing(event);
                    }
                })
                .isInstanceOf(CancellationException.class);
        assertThat(stream.cancellation().isCancelled()).isTrue();
    }

    @Test
    void nothingIsToldToWhoHasGone() {
        stream.cancellation().cancel();
        assertThatThrownBy(stream::writing).isInstanceOf(CancellationException.class);
    }
}
