package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.conditions;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.problems;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.OptionalInt;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.conformance.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages and counts: cases 14 and 23, and the truncation that no link tells of. */
class PagesTest {

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @Test
    void followsThePagesToTheLast() {
        pages(3, true);

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 100, 10), ReadCharts.PATIENT));

        assertThat(problems(chart)).hasSize(30);
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(30, 0));
    }

    @Test
    void aTruncationWithoutANextLinkIsSeenByTheTotal() {
        ehr.answers("Condition", json(conditions("Patient/p1", 0, 30, "\"total\":4665,")));

        Chart chart = chart(read(ehr, ReadCharts.conditions(1000, 5000, 10), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.CutOff(30, OptionalInt.of(4665)));
    }

    @Test
    void aTruncationWithoutATotalIsSeenByAskingForTheCount() {
        ehr.answers("Condition", exchange -> {
            boolean count = exchange.getRequestURI().getQuery().contains("_summary=count");
            json(count
                            ? "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":4665}"
                            : conditions("Patient/p1", 0, 30, ""))
                    .answer(exchange);
        });

        Chart chart = chart(read(ehr, ReadCharts.conditions(1000, 5000, 10), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.CutOff(30, OptionalInt.of(4665)));
    }

    @Test
    void anEhrThatSendsMoreThanAskedForIsReadToThePlansBoundAndSaysSo() {
        ehr.answers("Condition", json(conditions("Patient/p1", 0, 30, "\"total\":30,")));

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 10, 10), ReadCharts.PATIENT));

        assertThat(problems(chart)).hasSize(10);
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.CutOff(10, OptionalInt.of(30)));
    }

    @Test
    void case14EndlessNextLinksEndAtThePageCap() {
        pages(Integer.MAX_VALUE, false);

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 100_000, 5), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isInstanceOf(Outcome.CutOff.class);
        assertThat(problems(chart)).hasSize(50);
        assertThat(ehr.requests)
                .as("patient, what the EHR can, five pages, count")
                .hasSize(8);
    }

    @Test
    void case14TenThousandNextLinksAreFollowedTenTimes() {
        pages(10_000, true);

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 1_000_000, 10), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.CutOff(100, OptionalInt.of(100_000)));
        assertThat(ehr.requests).as("patient, what the EHR can, and ten pages").hasSize(12);
    }

    @Test
    void case14ANextLinkThatLeadsBackIsNotFollowed() {
        ehr.answers(
                "Condition",
                exchange -> json(conditions("Patient/p1", 0, 10, link(ehr.origin() + exchange.getRequestURI())))
                        .answer(exchange));

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 100, 10), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Failed("next-link-loop", 10));
        assertThat(problems(chart)).hasSize(10);
    }

    @Test
    @Requirement({97, 98, 267, 268})
    void case23ANextLinkThatLeavesTheEhrIsNotFollowed() {
        try (FaultyEhr elsewhere = new FaultyEhr()) {
            String[] links = {
                elsewhere.base() + "/Condition?page=2",
                ehr.origin() + "/other/Condition?page=2",
                ehr.base() + "/../other?page=2",
                ehr.base() + "/%2e%2e/other?page=2",
                ehr.base().toString().replace("127.0.0.1", "user@127.0.0.1") + "/Condition?page=2",
                "file:///etc/hosts"
            };
            for (String foreign : links) {
                ehr.answers("Condition", json(conditions("Patient/p1", 0, 10, link(foreign))));

                Chart chart = chart(read(ehr, ReadCharts.conditions(10, 100, 10), ReadCharts.PATIENT));

                assertThat(outcome(chart, "Condition"))
                        .as(foreign)
                        .isEqualTo(new Outcome.Failed("next-link-refused", 10));
                assertThat(problems(chart)).hasSize(10);
            }
            assertThat(elsewhere.requests).isEmpty();
            assertThat(ehr.requests).noneMatch(request -> request.contains("other"));
        }
    }

    @Test
    void aPageThatFailsKeepsThePagesBeforeIt() {
        ehr.answers("Condition", exchange -> page(exchange, 3, true));
        ehr.answers("", FaultyEhr.status(500));

        Chart chart = chart(read(ehr, ReadCharts.conditions(10, 100, 10), ReadCharts.PATIENT));

        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Failed("http-500", 10, OptionalInt.of(30)));
        assertThat(problems(chart)).hasSize(10);
    }

    /** The next pages lie at the base, as HAPI's do. */
    private void pages(int pages, boolean total) {
        ehr.answers("Condition", exchange -> page(exchange, pages, total));
        ehr.answers("", exchange -> page(exchange, pages, total));
    }

    private void page(HttpExchange exchange, int pages, boolean total) throws IOException {
        int page = number(exchange);
        String more = total ? "\"total\":" + pages * 10 + "," : "";
        if (page < pages) {
            more += link(ehr.base() + "?page=" + (page + 1));
        }
        json(conditions("Patient/p1", (page - 1) * 10, page * 10, more)).answer(exchange);
    }

    private static int number(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query.startsWith("page=") ? Integer.parseInt(query.substring("page=".length())) : 1;
    }

    private static String link(String url) {
        return "\"link\":[{\"relation\":\"next\",\"url\":\"" + url + "\"}],";
    }
}
