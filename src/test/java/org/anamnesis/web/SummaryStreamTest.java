package org.anamnesis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.anamnesis.chart.Coverage;
import org.anamnesis.web.StreamLog.Numbered;
import org.anamnesis.web.StreamLog.Reader;
import org.junit.jupiter.api.Test;

class SummaryStreamTest {

    private static final Duration NOW = Duration.ofMillis(1);

    private final SummaryStream stream = new SummaryStream();

    @Test
    void ofTheStepsOfReadingOnlyTheNewestIsToldAndBeforeTheCoverage() throws InterruptedException {
        Reader reader = stream.log().read(0).orElseThrow();
        stream.reading(1, 12, 40);
        stream.reading(2, 12, 400);
        stream.read(new Coverage(List.of()));
        assertThat(reader.next(NOW)).hasValue(new Numbered(Optional.empty(), new StreamEvent.Reading(2, 12, 400)));
        assertThat(reader.next(NOW)).hasValueSatisfying(one -> {
            assertThat(one.number()).hasValue(1);
            assertThat(one.event().name()).isEqualTo("coverage");
        });
        assertThat(reader.next(NOW)).isEmpty();
        stream.reading(3, 12, 410);
        assertThat(reader.next(NOW)).hasValue(new Numbered(Optional.empty(), new StreamEvent.Reading(3, 12, 410)));
    }

    @Test
    void whoTakesItUpAgainReadsWhatCameBehindAndWhoReadBeforeReadsNoMore() throws InterruptedException {
        Reader first = stream.log().read(0).orElseThrow();
        stream.repairing(1);
        stream.repairing(2);
        assertThat(first.next(NOW)).hasValue(numbered(1));
        Reader second = stream.log().read(1).orElseThrow();
        stream.repairing(3);
        assertThat(first.next(NOW)).isEmpty();
        assertThat(first.isCurrent()).isFalse();
        assertThat(first.waitsForAnother(NOW)).isTrue();
        assertThat(second.next(NOW)).hasValue(numbered(2));
        assertThat(second.next(NOW)).hasValue(numbered(3));
        assertThat(second.next(NOW)).isEmpty();
    }

    @Test
    void whatNobodyTookUpInTimeIsTakenUpNoMore() throws InterruptedException {
        stream.repairing(1);
        Reader reader = stream.log().read(0).orElseThrow();
        assertThat(reader.waitsForAnother(NOW)).isFalse();
        assertThat(stream.log().read(0)).isEmpty();
    }

    @Test
    void moreEventsThanThereAreIsNoPlaceInTheStream() {
        stream.repairing(1);
        assertThat(stream.log().read(1)).isPresent();
        assertThat(stream.log().read(2)).isEmpty();
    }

    @Test
    void whatNeverEndsIsEnded() {
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
        stream.end();
        assertThatThrownBy(stream::writing).isInstanceOf(CancellationException.class);
        assertThat(stream.log().read(0)).isEmpty();
    }

    private static Numbered numbered(int number) {
        return new Numbered(Optional.of(number), new StreamEvent.Repairing(number));
    }
}
