package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.condition;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.problems;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.conformance.Requirement;
import org.anamnesis.guard.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a chart is when all is well, and whose it is. */
class ChartReaderTest {

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    @Requirement({93, 264})
    void readsAChartWithThirteenRequestsAndTheTokenOnAllButTheOneForWhatTheEhrCan() {
        ehr.answers("Condition", json(bundle("\"total\":2,", condition("Patient/p1", 1), condition("Patient/p1", 2))));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1", "Problem 2");
        assertThat(ehr.requests).hasSize(13).contains("/fhir/metadata");
        assertThat(ehr.tokens.stream().filter("Bearer secret"::equals)).hasSize(12);
        assertThat(ehr.tokens.stream().filter("null"::equals)).hasSize(1);
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(2, 0));
        assertThat(outcome(chart, "AllergyIntolerance")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "MedicationDispense")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "Provenance")).isEqualTo(new Outcome.NotAsked("too-costly"));
        assertThat(chart.coverage().isComplete()).isTrue();
    }

    @Test
    void anUnknownPatientIsUnknownAndNothingMoreIsAsked() {
        ehr.answers("Patient", status(404));

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.UnknownPatient());
        assertThat(ehr.requests)
                .containsOnlyOnce("/fhir/Patient/p1")
                .allMatch(request -> request.matches(".*(metadata|p1)"));
    }

    @Test
    void aPatientWhoWasDeletedIsUnknown() {
        ehr.answers("Patient", status(410));

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.UnknownPatient());
    }

    @Test
    void anIdThatWouldLeaveThePathIsUnknownWithoutARequest() throws IOException {
        for (String id : new String[] {"..", "p1/../p2", "p1?x=y", "", "p1%2f", "a".repeat(65)}) {
            try (ChartReader reader = new ChartReader(ReadCharts.R4, SearchPlans.SHIPPED, ReadLimits.DEFAULT)) {
                assertThat(reader.read(new EhrAccess(ehr.base(), () -> "secret"), id, ReadCharts.AS_OF))
                        .isEqualTo(new ReadOutcome.UnknownPatient());
            }
        }
        assertThat(ehr.requests).isEmpty();
    }

    @Test
    void aRefusedPatientIsNotPermitted() {
        ehr.answers("Patient", status(403));

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.NotPermitted());
    }

    @Test
    void anEhrThatAnswersWithAnotherPatientIsNotBelieved() {
        ehr.answers("Patient", json("{\"resourceType\":\"Patient\",\"id\":\"p2\"}"));

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.EhrUnavailable("unreadable-answer"));
    }

    @Test
    void anEhrThatIsNotThereIsUnavailable() {
        ehr.close();

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.EhrUnavailable("unreachable"));
    }

    @Test
    void anEhrThatFailsOnThePatientIsUnavailableForItsReason() {
        ehr.answers("Patient", status(500));

        assertThat(read(ehr)).isEqualTo(new ReadOutcome.EhrUnavailable("http-500"));
    }

    @Test
    void whatTheScopesDoNotCoverIsNotPermittedAndNotAskedFor() throws IOException {
        Chart chart;
        try (ChartReader reader = new ChartReader(ReadCharts.R4, SearchPlans.SHIPPED, ReadCharts.PATIENT)) {
            EhrAccess access = new EhrAccess(ehr.base(), () -> "secret", type -> !type.equals("Observation"));
            chart = chart(reader.read(access, "p1", ReadCharts.AS_OF));
        }

        assertThat(outcome(chart, "Observation")).isEqualTo(new Outcome.NotPermitted());
        assertThat(ehr.requestsFor("Observation")).isZero();
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.NoneRecorded());
    }

    @Test
    void aResourceOfAnotherPatientIsDroppedAndCounted() {
        ehr.answers(
                "Condition",
                json(bundle(
                        "\"total\":5,",
                        condition("Patient/p1", 1),
                        condition("Patient/p2", 2),
                        condition("https://elsewhere.example/fhir/Patient/p1", 3),
                        condition(ehr.base() + "/Patient/p1/_history/2", 4),
                        "{\"resourceType\":\"Condition\",\"id\":\"c5\",\"code\":{\"text\":\"Problem 5\"}}")));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1", "Problem 4");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(2, 3));
        assertThat(chart.coverage().isComplete()).isFalse();
    }

    @Test
    void theMedicationThatAnOrderPointsAtComesWithIt() {
        ehr.answers("MedicationRequest", json("""
                        {"resourceType":"Bundle","type":"searchset","total":1,"entry":[
                          {"resource":{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order",
                            "medicationReference":{"reference":"Medication/d1"},"subject":{"reference":"Patient/p1"}},
                           "search":{"mode":"match"}},
                          {"resource":{"resourceType":"Medication","id":"d1","code":{"text":"Bisoprolol 2.5 mg tablet"}},
                           "search":{"mode":"include"}}]}"""));

        Chart chart = chart(ehr);

        assertThat(chart.facts().stream().map(fact -> fact.concept().text())).contains("Bisoprolol 2.5 mg tablet");
        assertThat(outcome(chart, "MedicationRequest")).isEqualTo(new Outcome.Found(1, 0));
    }

    @Test
    void aSearchThatTheEhrSaysItHeldBackFromIsCutOff() {
        ehr.answers("Condition", json(bundle("\"total\":1,", condition("Patient/p1", 1), """
                {"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"suppressed"}]}""")));

        assertThat(outcome(chart(ehr), "Condition")).isInstanceOf(Outcome.CutOff.class);
    }

    @Test
    void aPackedAnswerIsUnpacked() {
        ehr.answers("Condition", packed(bundle("\"total\":1,", condition("Patient/p1", 1))));

        assertThat(problems(chart(ehr))).containsExactly("Problem 1");
        assertThat(ehr.encodings).as("what we accept").allMatch(accepted -> accepted.contains("gzip"));
    }

    @Test
    void case06AnAnswerThatUnpacksBeyondTheLimitIsNotTaken() {
        ReadLimits small = ReadCharts.limits(Duration.ofSeconds(30), Limits.of(10_000));
        ehr.answers("Condition", packed(bundle("\"total\":1,", condition("Patient/p1", 1)) + " ".repeat(50_000_000)));

        assertThat(outcome(chart(read(ehr, SearchPlan.DEFAULT, small)), "Condition"))
                .isEqualTo(new Outcome.Failed("unreadable-answer", 0));
    }

    private static FaultyEhr.Fault packed(String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
                packing.write(body.getBytes(StandardCharsets.UTF_8));
            }
            FaultyEhr.send(exchange, 200, bytes.toByteArray());
        };
    }

    @Test
    void fourRequestsRunAtATimeAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier four = new CyclicBarrier(4);
        ehr.answers("Condition", exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                four.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException fewer) {
                throw new IOException("fewer than four at a time");
            } finally {
                running.decrementAndGet();
            }
            FaultyEhr.json("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}")
                    .answer(exchange);
        });
        SearchPlan.Search search = ReadCharts.conditions(10, 10, 1).searches().getFirst();
        SearchPlan eight = ReadCharts.plan(Collections.nCopies(8, search).toArray(SearchPlan.Search[]::new));

        Chart chart = chart(read(ehr, eight, ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(chart.coverage().isComplete()).isTrue();
        assertThat(most).hasValue(4);
    }
}
