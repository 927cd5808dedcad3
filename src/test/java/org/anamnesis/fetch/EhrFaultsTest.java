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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.guard.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Case 55 for the EHR, and cases 2, 10, 12 and 21: one search fails, the others go on, and the chart says which. */
class EhrFaultsTest {

    private static final ReadLimits SHORT =
            ReadCharts.limits(Duration.ofSeconds(4), Limits.EHR);

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void case55ASearchThatFailsCostsItselfOnly() {
        ehr.answers("AllergyIntolerance", status(500));
        ehr.answers("Condition", json(bundle("\"total\":1,", condition("Patient/p1", 1))));

        Chart chart = chart(ehr);

        assertThat(outcome(chart, "AllergyIntolerance")).isEqualTo(new Outcome.Failed("http-500", 0));
        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(chart.coverage().isComplete()).isFalse();
    }

    @Test
    void case55ASearchThatIsRefusedIsNotPermitted() {
        ehr.answers("DocumentReference", status(403)).answers("Observation", status(401));

        Chart chart = chart(ehr);

        assertThat(outcome(chart, "DocumentReference")).isEqualTo(new Outcome.NotPermitted());
        assertThat(outcome(chart, "Observation")).isEqualTo(new Outcome.NotPermitted());
    }

    @Test
    void case55ASearchThatStaysSilentIsGivenUpAtTheDeadlineAndTheOthersAreKept() {
        ehr.answers("Observation", ehr.silence());
        ehr.answers("Condition", json(bundle("\"total\":1,", condition("Patient/p1", 1))));

        SearchPlan both =
                ReadCharts.planOf("{\"type\":\"Observation\",\"all\":10}", "{\"type\":\"Condition\",\"all\":10}");

        Chart chart = chart(read(ehr, both, SHORT));

        assertThat(outcome(chart, "Observation")).isEqualTo(new Outcome.Failed("timeout", 0));
        assertThat(problems(chart)).containsExactly("Problem 1");
    }

    @Test
    void case55AnEhrThatStaysSilentAboutThePatientIsUnavailable() {
        ehr.answers("Patient", ehr.silence());

        assertThat(read(ehr, SearchPlan.DEFAULT, SHORT)).isEqualTo(new ReadOutcome.EhrUnavailable("timeout"));
    }

    @Test
    void case55AnAnswerThatDripsIsGivenUpAtTheDeadline() {
        ehr.answers("Condition", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 0);
            // Ends when the reader hangs up: the write fails.
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        });

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 10, 1), SHORT));

        assertThat(outcome(chart, "Condition")).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void case55AConnectionDroppedInTheMiddleIsUnreachable() {
        ehr.answers("Condition", FaultyEhr.drop());

        assertThat(outcome(chart(ehr), "Condition")).isEqualTo(new Outcome.Failed("unreachable", 0));
    }

    @Test
    void case55AnOverloadedEhrIsAskedOnceMoreAfterThePauseItWants() {
        AtomicInteger asked = new AtomicInteger();
        ehr.answers("Condition", exchange -> {
            if (asked.incrementAndGet() == 1) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                status(429).answer(exchange);
            } else {
                json(bundle("\"total\":1,", condition("Patient/p1", 1))).answer(exchange);
            }
        });

        assertThat(problems(chart(ehr))).containsExactly("Problem 1");
        assertThat(asked).hasValue(2);
    }

    @Test
    void case55APauseUntilADateIsUnderstood() {
        AtomicInteger asked = new AtomicInteger();
        ehr.answers("Condition", exchange -> {
            if (asked.incrementAndGet() <= 2) {
                exchange.getResponseHeaders().set("Retry-After", "Sun, 10 Nov 2024 08:49:37 GMT");
                status(503).answer(exchange);
            } else {
                json(bundle("\"total\":1,", condition("Patient/p1", 1))).answer(exchange);
            }
        });

        assertThat(problems(chart(ehr))).containsExactly("Problem 1");
        assertThat(asked).hasValue(3);
    }

    @Test
    void case55AnEhrThatStaysOverloadedIsAskedThreeTimes() {
        ehr.answers("Condition", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "0");
            status(429).answer(exchange);
        });

        assertThat(outcome(chart(ehr), "Condition")).isEqualTo(new Outcome.Failed("http-429", 0));
        assertThat(ehr.requestsFor("Condition")).isEqualTo(3);
    }

    @Test
    void case55AnyOneSearchThatFailsCostsItselfOnly() {
        for (String type : List.of(
                "Encounter",
                "Condition",
                "AllergyIntolerance",
                "MedicationRequest",
                "DiagnosticReport",
                "Procedure",
                "DocumentReference")) {
            try (FaultyEhr one = new FaultyEhr()) {
                one.answers(type, FaultyEhr.drop());

                Chart chart = chart(one);

                assertThat(chart.coverage().entries())
                        .filteredOn(entry -> entry.outcome() instanceof Outcome.Failed)
                        .extracting(entry -> entry.type() + " " + entry.outcome())
                        .containsExactly(type + " " + new Outcome.Failed("unreachable", 0));
            }
        }
    }

    @Test
    void case55AnEhrWhoseBatchesFailIsAskedOneByOne() {
        ehr.answers("", FaultyEhr.drop()).answers("Flag", status(500));

        Chart chart = chart(ehr);

        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.Failed("http-500", 0));
        assertThat(outcome(chart, "Goal")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "MedicationAdministration")).isEqualTo(new Outcome.NoneRecorded());
    }

    @Test
    void case55APauseBeyondTheDeadlineIsNotWaitedFor() {
        ehr.answers("Condition", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            status(503).answer(exchange);
        });

        assertThat(outcome(chart(ehr), "Condition")).isEqualTo(new Outcome.Failed("http-503", 0));
        assertThat(ehr.requestsFor("Condition")).isEqualTo(1);
    }

    @Test
    void case2AHostileDecimalCostsItsResourceAndNotThePage() {
        String hostile = """
                {"resourceType":"Condition","id":"c2","subject":{"reference":"Patient/p1"},\
                "onsetAge":{"value":1e999999999}}""";
        ehr.answers("Condition", json(bundle("\"total\":2,", condition("Patient/p1", 1), hostile)));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
    }

    @Test
    void case10AResourceWithANameTwiceIsLeftOut() {
        String twice = condition("Patient/p1", 2).replace("\"id\":\"c2\"", "\"id\":\"c2\",\"id\":\"c3\"");
        ehr.answers("Condition", json(bundle("\"total\":2,", twice, condition("Patient/p1", 1))));

        assertThat(outcome(chart(ehr), "Condition")).isEqualTo(new Outcome.Found(1, 1));
    }

    @Test
    void case12AResourceWithAnImpossibleDateOrCodeIsLeftOutAndThePageIsKept() {
        String date = condition("Patient/p1", 2).replace("2024-01-01", "the day before");
        String status = "{\"resourceType\":\"Condition\",\"id\":\"c3\",\"subject\":7}";
        ehr.answers("Condition", json(bundle("\"total\":3,", date, condition("Patient/p1", 1), status)));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 2));
    }

    @Test
    void anAnswerThatIsNoFhirIsUnreadable() {
        ehr.answers("Condition", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            byte[] page = "<html>Log in</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        ehr.answers("Encounter", json("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":"));
        ehr.answers("Procedure", json("{\"resourceType\":\"Patient\",\"id\":\"p1\"}"));

        Chart chart = chart(ehr);

        for (String type : new String[] {"Condition", "Encounter", "Procedure"}) {
            assertThat(outcome(chart, type)).as(type).isEqualTo(new Outcome.Failed("unreadable-answer", 0));
        }
    }

    @Test
    void anAnswerBeyondTheLimitIsNotReadToItsEnd() {
        ReadLimits small = ReadCharts.limits(Duration.ofSeconds(30), Limits.of(2_000));
        ehr.answers("Condition", json(FaultyEhr.conditions("Patient/p1", 0, 50, "\"total\":50,")));

        Chart chart = chart(read(ehr, SearchPlan.DEFAULT, small));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Failed("unreadable-answer", 0));
    }

    @Test
    void case21ARedirectIsNotFollowedAndTheTokenStays() {
        try (FaultyEhr elsewhere = new FaultyEhr()) {
            ehr.answers("Condition", exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.base() + "/Condition?patient=p1");
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            });

            assertThat(outcome(chart(ehr), "Condition")).isEqualTo(new Outcome.Failed("http-302", 0));
            assertThat(elsewhere.requests).isEmpty();
        }
    }
}
