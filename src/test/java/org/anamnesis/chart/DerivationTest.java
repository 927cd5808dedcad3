package org.anamnesis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is worked out of a chart once. */
class DerivationTest {

    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void isWorkedOutOnceForEachChartHoweverManyAsk() throws Exception {
        CountDownLatch all = new CountDownLatch(8);
        Derivation<Integer> slow = Derivation.of(chart -> {
            await(all);
            return worked.incrementAndGet();
        });
        Chart chart = chart();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> ask = () -> {
                all.countDown();
                return slow.from(chart);
            };
            List<Future<Integer>> asked =
                    Stream.generate(() -> threads.submit(ask)).limit(8).toList();
            for (Future<Integer> one : asked) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
        assertThat(slow.from(chart())).as("of another chart").isEqualTo(2);
    }

    @Test
    void mayUseAnotherOne() {
        Derivation<Integer> facts = Derivation.of(chart -> chart.facts().size());
        Derivation<String> words = Derivation.of(chart -> facts.from(chart) + " facts");
        assertThat(words.from(chart())).isEqualTo("0 facts");
    }

    @Test
    void whatGoesWrongMeetsWhoAsksAndIsTriedAgain() {
        Derivation<Integer> failing = Derivation.of(chart -> {
            if (worked.incrementAndGet() <= 2) {
                throw new IllegalArgumentException("not yet");
            }
            return worked.get();
        });
        Chart chart = chart();
        assertThatThrownBy(() -> failing.from(chart)).isInstanceOf(IllegalArgumentException.class);
        assertThat(failing.from(chart)).isEqualTo(3);
    }

    @Test
    void whatIsBegunAheadIsWhatIsGivenLater() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Derivation<Thread> by = Derivation.of(chart -> {
            begun.countDown();
            return Thread.currentThread();
        });
        Chart chart = chart();
        by.ahead(chart);
        begun.await();
        assertThat(by.from(chart)).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void whoeverIsInterruptedHasItAllTheSame() {
        Derivation<Integer> plain = Derivation.of(chart -> worked.incrementAndGet());
        Thread.currentThread().interrupt();
        assertThat(plain.from(chart())).isEqualTo(1);
        assertThat(Thread.interrupted()).as("and stays interrupted").isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Chart chart() {
        return ChartBuilder.aChart().build();
    }
}
