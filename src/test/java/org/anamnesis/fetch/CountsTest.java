package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.condition;
import static org.anamnesis.fetch.FaultyEhr.conditions;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.entry;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.planOf;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much there is, how much was read, and what is said where nobody knows. */
class CountsTest {

    private static final SearchPlan ALL = ReadCharts.conditions(100, 100, 10);
    private static final SearchPlan TWO_YEARS =
            planOf("{\"type\":\"Condition\",\"newest\":100,\"by\":\"recorded-date\",\"within\":\"P2Y\"}");

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void anEhrThatTellsNoCountIsNotTakenAtItsWordThatThisWasAll() {
        counting(status(400), bundle("", condition("Patient/p1", 1)));

        Chart chart = chart(read(ehr, ALL, ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 0, OptionalInt.empty()));
        assertThat(chart.coverage().uncounted()).hasSize(1);
        assertThat(chart.coverage().isComplete())
                .as("nothing is known to be missing")
                .isTrue();
    }

    @Test
    void anEhrWhosePlanSaysThatItCannotCountIsNotAskedTo() {
        ehr.answers("Condition", json(bundle("", condition("Patient/p1", 1))));
        SearchPlan uncounted = new SearchPlan(
                "",
                new SearchPlan.Understood(true, true, true, false, true),
                ALL.searches(),
                ALL.notAsked(),
                ALL.bearing());

        Chart chart = chart(read(ehr, uncounted, ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 0, OptionalInt.empty()));
        assertThat(ehr.requests).noneMatch(request -> request.contains("_total") || request.contains("_summary"));
    }

    @Test
    void aTruncationToNothingIsSeenByTheTotal() {
        ehr.answers("Condition", json("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":12}"));

        assertThat(outcome(chart(read(ehr, ALL, ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.CutOff(0, OptionalInt.of(12)));
    }

    @Test
    void whatLiesOutsideAWindowIsCutOffAndNotNoneRecorded() {
        counting(json(bundle("\"total\":7,")), bundle("\"total\":0,"));

        Chart chart = chart(read(ehr, TWO_YEARS, ReadCharts.PATIENT));

        assertThat(ehr.requests)
                .anyMatch(request -> request.contains("recorded-date=ge2022-11-20"))
                .contains("/fhir/Condition?patient=p1&_summary=count");
        assertThat(entry(chart, "Condition", "newest 100 since 2022-11-20").outcome())
                .isEqualTo(new Outcome.CutOff(0, OptionalInt.of(7)));
    }

    @Test
    void aWindowThatHoldsAllThereIsIsWhole() {
        counting(json(bundle("\"total\":1,")), bundle("\"total\":1,", condition("Patient/p1", 1)));

        assertThat(outcome(chart(read(ehr, TWO_YEARS, ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.Found(1, 0));
    }

    @Test
    void anEmptyWindowOfAnEhrThatTellsNoCountSaysNothing() {
        counting(status(400), bundle(""));

        assertThat(outcome(chart(read(ehr, TWO_YEARS, ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.CutOff(0, OptionalInt.empty()));
    }

    @Test
    void aResourceThatComesOnTwoPagesIsOneAndTheOtherThatItPushedOutIsMissing() {
        String next = "\"total\":3,\"link\":[{\"relation\":\"next\",\"url\":\"" + ehr.base() + "/Condition?page=2\"}],";
        ehr.answers("Condition", exchange -> {
            boolean second = exchange.getRequestURI().getQuery().contains("page=2");
            json(conditions("Patient/p1", second ? 1 : 0, second ? 2 : 2, second ? "\"total\":3," : next))
                    .answer(exchange);
        });

        assertThat(outcome(chart(read(ehr, ALL, ReadCharts.PATIENT)), "Condition"))
                .isEqualTo(new Outcome.CutOff(2, OptionalInt.of(3)));
    }

    private void counting(FaultyEhr.Fault count, String page) {
        ehr.answers("Condition", exchange -> {
            boolean counts = exchange.getRequestURI().getQuery().contains("_summary=count");
            (counts ? count : json(page)).answer(exchange);
        });
    }
}
