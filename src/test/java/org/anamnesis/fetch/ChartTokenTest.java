package org.anamnesis.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.anamnesis.chart.Coverage.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An EHR that takes a token no more before it said so. */
class ChartTokenTest {

    private static final String CONDITIONS = """
            {"resourceType":"Bundle","type":"searchset","entry":[{"search":{"mode":"match"},"resource":
             {"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{"text":"Asthma"}}}]}
            """;

    private final FaultyEhr ehr = new FaultyEhr();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final SearchPlan plan = ReadCharts.plan(
            SearchPlan.Search.all("Condition", new SearchPlan.Bounds(100, 50, 3)),
            SearchPlan.Search.all("Procedure", new SearchPlan.Bounds(100, 50, 3)),
            SearchPlan.Search.all("Immunization", new SearchPlan.Bounds(100, 50, 3)),
            SearchPlan.Search.all("CarePlan", new SearchPlan.Bounds(100, 50, 3)));

    @BeforeEach
    void anEhrThatLooksAtTokens() {
        for (String type : List.of("Condition", "Procedure", "Immunization", "CarePlan")) {
            ehr.answers(type, exchange -> {
                String bearer = exchange.getRequestHeaders().getFirst("Authorization");
                FaultyEhr.Fault answer = withdrawn.contains(bearer)
                        ? FaultyEhr.status(401)
                        : FaultyEhr.json(
                                type.equals("Condition")
                                        ? CONDITIONS
                                        : "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
                answer.answer(exchange);
            });
        }
        withdrawn.add("Bearer token-1");
    }

    @AfterEach
    void stop() {
        ehr.close();
    }

    @Test
    void aReadingWhoseTokenEndsInTheMiddleRenewsItOnceAndGoesOn() throws IOException {
        ReadOutcome.Read read = ReadCharts.read(read(this::next));
        assertThat(ReadCharts.problems(read.chart())).containsExactly("Asthma");
        assertThat(read.chart().coverage().entries())
                .as("nothing is missing")
                .noneMatch(entry ->
                        entry.outcome() instanceof Outcome.NotPermitted || entry.outcome() instanceof Outcome.Failed);
        assertThat(refused).as("however many requests were not taken").containsExactly("token-1");
        assertThat(given).hasValue(2);
        assertThat(ehr.tokens).contains("Bearer token-2");
    }

    @Test
    void theRenewedTokenIsNotRenewedAgain() throws IOException {
        withdrawn.add("Bearer token-2");
        ReadOutcome.Read read = ReadCharts.read(read(this::next));
        assertThat(ReadCharts.outcome(read.chart(), "Condition")).isInstanceOf(Outcome.NotPermitted.class);
        assertThat(given).hasValue(2);
        assertThat(refused).hasSize(1);
    }

    @Test
    void aReadingWhoseAccessEndsInTheMiddleIsNoChartWithHoles() {
        assertThatThrownBy(() -> read(() -> {
                    if (given.get() > 0) {
                        throw new AccessEnded();
                    }
                    return next();
                }))
                .isInstanceOf(AccessEnded.class);
    }

    @Test
    void whereThereIsOnlyOneTokenA401IsNotPermitted() throws IOException {
        try (ChartReader reader = ReadCharts.reader(ehr, plan, ReadCharts.PATIENT)) {
            ReadOutcome outcome = reader.read(new EhrAccess(ehr.base(), () -> "token-1"), "p1", ReadCharts.AS_OF);
            assertThat(ReadCharts.outcome(ReadCharts.chart(outcome), "Condition"))
                    .isInstanceOf(Outcome.NotPermitted.class);
        }
    }

    private static final class AccessEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private String next() {
        return "token-" + given.incrementAndGet();
    }

    private ReadOutcome read(Supplier<String> bearer) throws IOException {
        try (ChartReader reader = ReadCharts.reader(ehr, plan, ReadCharts.PATIENT)) {
            EhrAccess access = new EhrAccess(ehr.base(), bearer, type -> true, Optional.of(refused::add));
            return reader.read(access, "p1", ReadCharts.AS_OF);
        }
    }
}
