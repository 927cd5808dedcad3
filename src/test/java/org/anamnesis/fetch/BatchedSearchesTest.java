package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.batchEntry;
import static org.anamnesis.fetch.FaultyEhr.batchResponse;
import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.condition;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.problems;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.guard.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Small lists asked in one batch. */
class BatchedSearchesTest {

    private static final String NOTHING = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}";
    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\"}";
    private static final SearchPlan PLAN = ReadCharts.planOf(
            "{\"type\":\"Condition\",\"all\":10,\"batch\":\"lists\"}",
            "{\"type\":\"Flag\",\"all\":10,\"batch\":\"lists\"}",
            "{\"type\":\"Goal\",\"all\":10,\"batch\":\"lists\"}");

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void everySearchOfABatchHasItsOwnOutcome() {
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry(
                                "200 OK",
                                bundle("\"total\":2,", condition("Patient/p1", 1), condition("Patient/p2", 2))),
                        batchEntry("403 Forbidden", OUTCOME),
                        batchEntry("500", OUTCOME)))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.NotPermitted());
        assertThat(outcome(chart, "Goal")).isEqualTo(new Outcome.Failed("http-500", 0));
        assertThat(ehr.requests).as("patient, what the EHR can, batch").hasSize(3);
    }

    @Test
    void theNextPageOfAnEntryIsFollowedWithinTheEhrOnly() {
        String next = "\"link\":[{\"relation\":\"next\",\"url\":\"" + ehr.base() + "/Condition?page=2\"}],";
        String foreign = "\"link\":[{\"relation\":\"next\",\"url\":\"https://elsewhere.example/Goal?page=2\"}],";
        ehr.answers("Condition", json(bundle("\"total\":2,", condition("Patient/p1", 2))));
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry("200 OK", bundle(next, condition("Patient/p1", 1))),
                        batchEntry("200 OK", NOTHING),
                        batchEntry("200 OK", bundle(foreign))))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(problems(chart)).containsExactly("Problem 1", "Problem 2");
        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "Goal")).isEqualTo(new Outcome.Failed("next-link-refused", 0));
    }

    @Test
    void anEhrThatTakesNoBatchIsAskedOneByOne() {
        ehr.answers("", status(405));
        ehr.answers("Condition", json(bundle("\"total\":1,", condition("Patient/p1", 1))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(chart.coverage().isComplete()).isTrue();
    }

    @Test
    void case12ABrokenResourceInABatchCostsItselfAndNothingIsAskedAgain() {
        String broken = condition("Patient/p1", 2).replace("2024-01-01", "the day before");
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry("200 OK", bundle("\"total\":2,", condition("Patient/p1", 1), broken)),
                        batchEntry("200 OK", NOTHING),
                        batchEntry("403", OUTCOME)))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "Goal")).isEqualTo(new Outcome.NotPermitted());
        assertThat(ehr.requestsFor("Condition")).isZero();
    }

    @Test
    void case2AHostileDecimalInABatchCostsItsResourceOnly() {
        String hostile = """
                {"resourceType":"Condition","id":"c2","subject":{"reference":"Patient/p1"},\
                "onsetAge":{"value":1e999999999}}""";
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry("200 OK", bundle("\"total\":2,", hostile, condition("Patient/p1", 1))),
                        batchEntry("200 OK", NOTHING),
                        batchEntry("200 OK", NOTHING)))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(ehr.requestsFor("Condition")).isZero();
    }

    @Test
    void anEntryThatIsNoBundleIsUnreadableAndTheOthersAreKept() {
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry("200 OK", "{\"resourceType\":\"Condition\",\"subject\":7}"),
                        batchEntry("200 OK", NOTHING),
                        "{\"response\":{\"status\":\"200\"}}"))));

        Chart chart = chart(read(ehr, PLAN, ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Failed("unreadable-answer", 0));
        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.NoneRecorded());
        assertThat(outcome(chart, "Goal")).isEqualTo(new Outcome.Failed("unreadable-answer", 0));
    }

    @Test
    void aSearchOfABatchThatAnOverloadedEhrHadNoTimeForIsAskedAlone() {
        ehr.answers("Condition", json(bundle("\"total\":1,", condition("Patient/p1", 1))));
        ehr.answers(
                "",
                json(batchResponse(String.join(
                        ",",
                        batchEntry("429 Too Many Requests", OUTCOME),
                        batchEntry("200 OK", NOTHING),
                        batchEntry("200 OK", NOTHING)))));

        assertThat(problems(chart(read(ehr, PLAN, ReadCharts.PATIENT)))).containsExactly("Problem 1");
    }

    @Test
    void anEhrThatRefusedABatchIsNotSentAnotherOne() throws IOException {
        ehr.answers("", status(405));
        try (ChartReader reader = ReadCharts.reader(ehr, PLAN, ReadCharts.PATIENT)) {
            EhrAccess access = new EhrAccess(ehr.base(), () -> "secret");
            reader.read(access, "p1", ReadCharts.AS_OF);
            reader.read(access, "p1", ReadCharts.AS_OF);
        }

        assertThat(ehr.requests.stream().filter(request -> request.matches("/fhir/?"))).hasSize(1);
        assertThat(ehr.requestsFor("Goal")).isEqualTo(2);
    }

    @Test
    void aBatchThatStaysSilentIsATimeoutForEachOfItsSearches() {
        ehr.answers("", ehr.silence());
        ReadLimits brief = ReadCharts.limits(Duration.ofSeconds(4), Limits.EHR);

        Chart chart = chart(read(ehr, PLAN, brief));

        for (String type : List.of("Condition", "Flag", "Goal")) {
            assertThat(outcome(chart, type)).as(type).isEqualTo(new Outcome.Failed("timeout", 0));
        }
    }
}
