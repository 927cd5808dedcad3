package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.exchange.ToldLonger;
import org.anamnesis.fetch.KnownEhrs.Known;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;

/** What an EHR can is asked once, and again after a while. */
class KnownEhrsTest {

    private static final URI EHR = URI.create("https://ehr.example/fhir");
    private static final URI OTHER = URI.create("https://other.example/fhir");
    private static final Answer TOLD = new Answer.Arrived(new CapabilityStatement(), 0);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final KnownEhrs known = new KnownEhrs(now::get);

    @Test
    void whatWasToldHoldsForAnHourForEachEhr() {
        assertThat(known(EHR, TOLD).told()).isTrue();
        known(EHR, TOLD);
        known(OTHER, TOLD);
        assertThat(asked).hasValue(2);

        pass(ToldLonger.TOLD_HOLDS);
        known(EHR, TOLD);

        assertThat(asked).hasValue(3);
    }

    @Test
    void anEhrThatDoesNotSayIsTakenForOneThatCanAnythingAndNotAskedAgainAtOnce() {
        Known silent = known(EHR, new Answer.Broken("http-500"));

        assertThat(silent.told()).isFalse();
        assertThat(silent.capability()).isEqualTo(Capability.UNKNOWN);
        pass(ToldLonger.UNTOLD_HOLDS.minusSeconds(1));
        known(EHR, TOLD);
        assertThat(asked).hasValue(1);

        pass(Duration.ofSeconds(1));
        assertThat(known(EHR, TOLD).told()).isTrue();
    }

    @Test
    void manyReadersAskTogether() {
        CountDownLatch answering = new CountDownLatch(1);
        Supplier<Answer> slow = () -> {
            asked.incrementAndGet();
            try {
                answering.await();
            } catch (InterruptedException givenUp) {
                throw new AssertionError(givenUp);
            }
            return TOLD;
        };

        List<CompletableFuture<Known>> waiting =
                Stream.generate(() -> known.of(EHR, slow)).limit(8).toList();
        answering.countDown();

        assertThat(waiting).allSatisfy(one -> assertThat(one.join().told()).isTrue());
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEhrThatFailsOnTheQuestionIsReadAllTheSame() throws IOException {
        try (FaultyEhr ehr = new FaultyEhr()) {
            ehr.answers("metadata", status(500));
            EhrAccess access = new EhrAccess(ehr.base(), () -> "secret");
            try (ChartReader reader = ReadCharts.reader(ehr, ReadCharts.conditions(10, 10, 1), ReadCharts.PATIENT)) {
                for (int chart = 0; chart < 3; chart++) {
                    assertThat(ReadCharts.outcome(
                                    ReadCharts.chart(reader.read(access, "p1", ReadCharts.AS_OF)), "Condition"))
                            .isEqualTo(new Outcome.NoneRecorded());
                }
            }
            assertThat(ehr.requestsFor("metadata")).isEqualTo(1);
        }
    }

    private Known known(URI ehr, Answer answer) {
        return known.of(ehr, () -> {
                    asked.incrementAndGet();
                    return answer;
                })
                .join();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
