package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.capability;
import static org.anamnesis.fetch.FaultyEhr.condition;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.entry;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.planOf;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The plan fitted to what the EHR says it can. */
class CapabilityTest {

    private static final String NEWEST = "{\"type\":\"Condition\",\"newest\":10,\"by\":\"recorded-date\"}";
    private static final SearchPlan OBSERVATIONS = planOf(
            "{\"type\":\"Observation\",\"part\":\"laboratory\",\"where\":[\"category=laboratory\"],\"newest\":40,\"by\":\"date\"}",
            "{\"type\":\"Observation\",\"part\":\"vital signs\",\"where\":[\"category=vital-signs\"],\"newest\":20,\"by\":\"date\"}",
            "{\"type\":\"Observation\",\"part\":\"other\",\"except\":[\"category=laboratory\",\"category=vital-signs\"],"
                    + "\"newest\":10,\"by\":\"date\"}");

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void aTypeThatTheEhrDoesNotHaveIsNotAskedForAndSaidSo() {
        can(type("Flag", "\"status\"", "\"patient\""));

        Chart chart = chart(read(ehr, planOf("{\"type\":\"Flag\",\"all\":9}", NEWEST), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.NotAsked("unsupported"));
        assertThat(entry(chart, "Condition", "newest 10")).isNotNull();
        assertThat(ehr.requestsFor("Condition")).isZero();
        assertThat(outcome(chart, "Flag")).isEqualTo(new Outcome.NoneRecorded());
    }

    @Test
    void aTypeThatCanBeReadButNotSearchedIsNotAskedFor() {
        can("{\"type\":\"Condition\",\"interaction\":[{\"code\":\"read\"}]}");

        assertThat(outcome(chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.NotAsked("unsupported"));
    }

    @Test
    void aStatementThatNamesNoSearchParametersIsUnknownAndNotNone() {
        can("{\"type\":\"Condition\"}");

        read(ehr, planOf(NEWEST), ReadCharts.PATIENT);

        assertThat(searches())
                .containsExactly("Condition?patient=p1&_sort=-recorded-date&_total=accurate&_count=10");
    }

    @Test
    void aParameterThatTheEhrDoesNotKnowIsReplacedByOneItKnows() {
        can(type("Condition", "\"subject\"", "\"recorded-date\""));

        read(ehr, planOf(NEWEST), ReadCharts.PATIENT);

        assertThat(searches()).allMatch(search -> search.startsWith("Condition?subject=Patient/p1&"));
    }

    @Test
    void withoutAParameterForThePatientNothingCanBeAsked() {
        can(type("Condition", "\"code\""));

        assertThat(outcome(chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.NotAsked("unsupported"));
    }

    @Test
    void whatCannotBeSortedHasNoNewest() {
        can(type("Condition", "\"patient\"", "\"code\""));
        ehr.answers("Condition", json(FaultyEhr.conditions("Patient/p1", 0, 30, "\"total\":30,")));

        Chart chart = chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT));

        assertThat(searches()).noneMatch(search -> search.contains("_sort"));
        assertThat(entry(chart, "Condition", "10 in no known order").outcome())
                .isEqualTo(new Outcome.CutOff(10, OptionalInt.of(30)));
    }

    @Test
    void anEhrThatNamesSomeParametersThatShapeAnswersHasNoOthers() {
        says(
                ",\"searchParam\":[{\"name\":\"_id\",\"type\":\"token\"},{\"name\":\"_include\",\"type\":\"string\"}]",
                "{\"type\":\"Condition\"}");

        Chart chart = chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT));

        assertThat(searches()).containsExactly("Condition?patient=p1");
        assertThat(entry(chart, "Condition", "10 in no known order")).isNotNull();
    }

    @Test
    void anEhrThatNamesItsInteractionsAndNoBatchAmongThemIsAskedOneByOne() {
        says(",\"interaction\":[{\"code\":\"history-system\"}]", "{\"type\":\"Condition\"}", "{\"type\":\"Flag\"}");

        read(
                ehr,
                planOf("{\"type\":\"Flag\",\"all\":9,\"batch\":\"b\"}", "{\"type\":\"Condition\",\"all\":9,\"batch\":\"b\"}"),
                ReadCharts.PATIENT);

        assertThat(searches()).hasSize(2);
    }

    @Test
    void anEhrThatCannotTellCategoriesApartIsAskedForTheTypeOnceAndAsAWhole() {
        can(type("Observation", "\"patient\"", "\"date\""));

        Chart chart = chart(read(ehr, OBSERVATIONS, ReadCharts.PATIENT));

        assertThat(searches())
                .containsExactly("Observation?patient=p1&_sort=-date&_total=accurate&_count=40");
        assertThat(entry(chart, "Observation", "newest 70").outcome()).isEqualTo(new Outcome.NoneRecorded());
    }

    @Test
    void whatIsOfNoCategoryIsAskedForBesidesThem() {
        read(ehr, OBSERVATIONS, ReadCharts.PATIENT);

        assertThat(searches())
                .contains("Observation?patient=p1&category:not=laboratory&category:not=vital-signs"
                        + "&_sort=-date&_total=accurate&_count=10");
    }

    @Test
    void anEhrThatCannotExceptIsAskedForAnyAndNoResourceComesTwice() {
        ehr.answers("Observation", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            if (query.contains("category:not")) {
                status(400).answer(exchange);
            } else if (query.contains("category=laboratory")) {
                json(bundle("\"total\":2,", observation(1), observation(2))).answer(exchange);
            } else if (query.contains("category=")) {
                json(bundle("\"total\":0,")).answer(exchange);
            } else {
                json(bundle("\"total\":3,", observation(1), observation(2), observation(3)))
                        .answer(exchange);
            }
        });

        ReadOutcome.Read read = ReadCharts.read(read(ehr, OBSERVATIONS, ReadCharts.PATIENT));

        assertThat(read.resources().stream().map(resource -> resource.getIdPart()))
                .containsExactly("p1", "o1", "o2", "o3");
        assertThat(entry(read.chart(), "Observation", "any, newest 10").outcome())
                .isEqualTo(new Outcome.Found(3, 0));
        assertThat(read.chart().coverage().isComplete()).isTrue();
    }

    @Test
    void aTypeWhosePartsTogetherFallShortOfItsCountIsCutOffByHowMuch() {
        ehr.answers("Observation", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            if (query.contains("category:not")) {
                status(400).answer(exchange);
            } else {
                json(bundle(query.contains("category=") ? "\"total\":2," : "\"total\":9,", observation(1), observation(2)))
                        .answer(exchange);
            }
        });

        Chart chart = chart(read(ehr, OBSERVATIONS, ReadCharts.PATIENT));

        assertThat(entry(chart, "Observation", "any, newest 10").outcome())
                .isEqualTo(new Outcome.CutOff(2, OptionalInt.of(9)));
    }

    @Test
    void aSelfLinkWithoutTheOrderMeansThatNothingWasSorted() {
        ehr.answers("Condition", json(bundle(self("patient=p1&_count=10") + "\"total\":1,", condition("Patient/p1", 1))));

        Chart chart = chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT));

        assertThat(entry(chart, "Condition", "10 in no known order").outcome()).isEqualTo(new Outcome.Found(1, 0));
    }

    @Test
    void aSelfLinkWithoutAConditionMeansThatItIsNotWhatWasAskedFor() {
        ehr.answers("Observation", json(bundle(self("patient=p1&_sort=-date") + "\"total\":1,", observation(1))));

        Chart chart = chart(read(ehr, OBSERVATIONS, ReadCharts.PATIENT));

        assertThat(entry(chart, "Observation", "laboratory, newest 40").outcome())
                .isEqualTo(new Outcome.Failed("condition-ignored", 1, OptionalInt.of(1)));
        assertThat(chart.coverage().isComplete()).isFalse();
    }

    @Test
    void aSearchThatIsRefusedIsPutOnceMoreWithoutWhatOnlyShapesTheAnswer() {
        ehr.answers("Condition", exchange -> {
            boolean shaped = exchange.getRequestURI().getQuery().matches(".*(_total|_sort|_include).*");
            (shaped ? status(400) : json(bundle("\"total\":1,", condition("Patient/p1", 1)))).answer(exchange);
        });

        Chart chart = chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT));

        assertThat(searches()).containsExactly(
                "Condition?patient=p1&_sort=-recorded-date&_total=accurate&_count=10", "Condition?patient=p1&_count=10");
        assertThat(entry(chart, "Condition", "10 in no known order").outcome()).isEqualTo(new Outcome.Found(1, 0));
    }

    @Test
    void aSearchThatIsRefusedHoweverItIsPutHasFailed() {
        ehr.answers("Condition", status(400));

        assertThat(outcome(chart(read(ehr, planOf(NEWEST), ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.Failed("http-400", 0));
        assertThat(searches()).hasSize(2);
    }

    /** The EHR has these types. */
    private void can(String... types) {
        says("", types);
    }

    private void says(String more, String... types) {
        ehr.answers("metadata", json(capability(more + ",\"resource\":[" + String.join(",", types) + "]")));
    }

    private static String type(String type, String... parameters) {
        List<String> named = Stream.of(parameters)
                .map(name -> "{\"name\":" + name + ",\"type\":\"token\"}")
                .toList();
        return "{\"type\":\"" + type + "\",\"searchParam\":[" + String.join(",", named) + "]}";
    }

    private static String self(String query) {
        return "\"link\":[{\"relation\":\"self\",\"url\":\"https://ehr.example/Condition?" + query + "\"}],";
    }

    private static String observation(int number) {
        return """
                {"resourceType":"Observation","id":"o%d","status":"final","code":{"text":"Sodium"},\
                "subject":{"reference":"Patient/p1"},"valueString":"%d"}""".formatted(number, number);
    }

    /** Every request that is neither for the patient nor for what the EHR can. */
    private List<String> searches() {
        return ehr.requests.stream()
                .map(request -> request.replaceFirst("^/fhir/", ""))
                .filter(request -> !request.equals("metadata") && !request.startsWith("Patient"))
                .toList();
    }
}
