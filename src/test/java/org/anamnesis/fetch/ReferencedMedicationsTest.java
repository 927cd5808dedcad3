package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.FaultyEhr.status;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Medications that did not come along with their orders. */
class ReferencedMedicationsTest {

    private static final SearchPlan ORDERS = ReadCharts.planOf(
            "{\"type\":\"MedicationRequest\",\"all\":900,\"include\":[\"MedicationRequest:medication\"]}");

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void areAskedForByTheirIds() {
        orders(order(1, "Medication/d1"), order(2, ehr.base() + "/Medication/d2"), order(3, "Medication/d1"));
        ehr.answers("Medication", json(bundle("", medication("d1", "Bisoprolol"), medication("d2", "Warfarin"))));

        Chart chart = ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT));

        assertThat(chart.facts().stream().map(fact -> fact.concept().text())).contains("Bisoprolol", "Warfarin");
        assertThat(ehr.requests).containsOnlyOnce("/fhir/Medication?_id=d1,d2&_count=50");
        assertThat(outcome(chart, "Medication")).isEqualTo(new Outcome.Found(2, 0));
    }

    @Test
    void ofAMixItsIngredientsAreAskedForToo() {
        orders(order(1, "Medication/mix"));
        ehr.answers("Medication", exchange -> {
            boolean mix = exchange.getRequestURI().getQuery().contains("mix");
            json(bundle(
                            "",
                            mix
                                    ? "{\"resourceType\":\"Medication\",\"id\":\"mix\",\"ingredient\":"
                                            + "[{\"itemReference\":{\"reference\":\"Medication/d1\"}}]}"
                                    : medication("d1", "Potassium chloride")))
                    .answer(exchange);
        });

        Chart chart = ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT));

        assertThat(chart.facts().stream().map(fact -> fact.concept().text())).contains("Potassium chloride");
        assertThat(outcome(chart, "Medication")).isEqualTo(new Outcome.Found(2, 0));
    }

    @Test
    void thatCameAlongOrAreElsewhereAreNotAskedFor() {
        ehr.answers(
                "MedicationRequest",
                json(bundle(
                        "\"total\":3,",
                        order(1, "Medication/d1"),
                        order(2, "https://elsewhere.example/fhir/Medication/d2"),
                        order(3, "#d3"),
                        medication("d1", "Bisoprolol"))));

        Chart chart = ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT));

        assertThat(ehr.requests).noneMatch(request -> request.startsWith("/fhir/Medication?"));
        assertThat(chart.coverage().of("Medication")).isEmpty();
    }

    @Test
    void thatAreMissingOrRefusedAreSaidToBe() {
        orders(order(1, "Medication/d1"), order(2, "Medication/d2"));
        ehr.answers("Medication", json(bundle("", medication("d1", "Bisoprolol"), medication("d9", "Unasked"))));
        assertThat(outcome(ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT)), "Medication"))
                .isEqualTo(new Outcome.CutOff(1, OptionalInt.of(2)));

        ehr.answers("Medication", status(403));
        assertThat(outcome(ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT)), "Medication"))
                .isEqualTo(new Outcome.NotPermitted());
    }

    @Test
    void thatTheScopesDoNotCoverAreNotAskedFor() throws IOException {
        orders(order(1, "Medication/d1"));
        try (ChartReader reader = ReadCharts.reader(ehr, ORDERS, ReadCharts.PATIENT)) {
            EhrAccess access = new EhrAccess(ehr.base(), () -> "secret", type -> !type.equals("Medication"));
            assertThat(outcome(ReadCharts.chart(reader.read(access, "p1", ReadCharts.AS_OF)), "Medication"))
                    .isEqualTo(new Outcome.NotPermitted());
        }
        assertThat(ehr.requests).noneMatch(request -> request.startsWith("/fhir/Medication?"));
    }

    @Test
    void areAskedForUpToTwoHundred() {
        orders(IntStream.range(0, 250)
                .mapToObj(number -> order(number, "Medication/d" + number))
                .toArray(String[]::new));

        Chart chart = ReadCharts.chart(read(ehr, ORDERS, ReadCharts.PATIENT));

        assertThat(ehr.requests.stream().filter(request -> request.startsWith("/fhir/Medication?")))
                .hasSize(4);
        assertThat(outcome(chart, "Medication")).isEqualTo(new Outcome.CutOff(0, OptionalInt.of(250)));
    }

    private void orders(String... orders) {
        ehr.answers("MedicationRequest", json(bundle("\"total\":" + orders.length + ",", orders)));
    }

    private static String order(int number, String medication) {
        return """
                {"resourceType":"MedicationRequest","id":"m%d","status":"active","intent":"order",\
                "medicationReference":{"reference":"%s"},"subject":{"reference":"Patient/p1"}}"""
                .formatted(number, medication);
    }

    private static String medication(String id, String name) {
        return "{\"resourceType\":\"Medication\",\"id\":\"" + id + "\",\"code\":{\"text\":\"" + name + "\"}}";
    }
}
