package org.anamnesis.fetch;

import static org.anamnesis.fetch.FaultyEhr.bundle;
import static org.anamnesis.fetch.FaultyEhr.json;
import static org.anamnesis.fetch.ReadCharts.chart;
import static org.anamnesis.fetch.ReadCharts.outcome;
import static org.anamnesis.fetch.ReadCharts.problems;
import static org.anamnesis.fetch.ReadCharts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage.Outcome;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.digest.FactLine;
import org.anamnesis.draft.DraftText;
import org.anamnesis.guard.Limits;
import org.anamnesis.summary.Assignment;
import org.anamnesis.summary.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 2 to 13 of the catalogue of attack cases, in what an EHR answers: a resource costs itself and not the page. */
class HostileAnswersTest {

    private static final String GOOD = FaultyEhr.condition("Patient/p1", 1);
    private static final String OTHER = FaultyEhr.condition("Patient/p1", 2);

    private final FaultyEhr ehr = new FaultyEhr();

    @AfterEach
    void close() {
        ehr.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "\"1e999999999\"",
                "1e-100000000",
                "\"1e-100000000\"",
                "1e2147483647",
                "\"1e2147483647\"",
                "-1e41",
                "\"1E+99999\""
            })
    void case02AHostileDecimalCostsItsResourceAndNotThePage(String number) {
        assertLeftOut(OTHER.replace("\"recordedDate\":\"2024-01-01\"", "\"onsetAge\":{\"value\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 5_000, 1_000_000})
    void case02DigitsWithoutEndCostTheirResourceAndNoTime(int digits) {
        for (String number : List.of("9".repeat(digits), '"' + "9".repeat(digits) + '"')) {
            assertLeftOut(OTHER.replace("\"recordedDate\":\"2024-01-01\"", "\"onsetAge\":{\"value\":" + number + "}"));
        }
    }

    @Test
    void case02WhatOnlyLooksLikeAHostileNumberIsKept() {
        String lot = GOOD.replace("\"id\":\"c1\",", "\"id\":\"c1\",\"identifier\":[{\"value\":\"12E99999\"}],");
        ehr.answers("Condition", json(bundle("\"total\":1,", lot)));
        ehr.answers(
                "Patient",
                json("{\"resourceType\":\"Patient\",\"id\":\"p1\",\"identifier\":[{\"value\":\"7E88888888\"}]}"));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 5_000})
    void case05AResourceThatIsTooDeepIsLeftOut(int depth) {
        String nested = "{\"url\":\"u\",\"extension\":[".repeat(depth / 2) + "]}".repeat(depth / 2);
        assertLeftOut(OTHER.replace("\"id\":\"c2\",", "\"id\":\"c2\",\"extension\":[" + nested + "],"));
    }

    @Test
    void case06AnAnswerWithoutEndIsHungUpOn() {
        ReadLimits small = ReadCharts.limits(Duration.ofSeconds(30), Limits.of(100_000));
        ehr.answers("Condition", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, 0);
            byte[] more = new byte[10_000];
            // Ends when the reader hangs up: the write fails.
            while (true) {
                exchange.getResponseBody().write(more);
            }
        });

        assertThat(outcome(chart(read(ehr, ReadCharts.conditions(10, 10, 1), small)), "Condition"))
                .isEqualTo(new Outcome.Failed("unreadable-answer", 0));
    }

    /** One resource of a page of two is left out, and the chart says that one was. */
    private void assertLeftOut(String hostile) {
        assertThat(hostile).isNotEqualTo(OTHER);
        ehr.answers("Condition", json(bundle("\"total\":2,", GOOD, hostile)));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
        assertThat(chart.coverage().isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"c2\",\"id\":\"c3\",",
                "\"id\":\"c2\",\"i\\u0064\":\"c2\",",
                "\"id\":\"c2\",\"meta\":{\"source\":\"a\",\"source\":\"b\"},"
            })
    void case10AResourceWithANameTwiceIsLeftOut(String names) {
        assertLeftOut(OTHER.replace("\"id\":\"c2\",", names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\ud800b", "a\\u0000b", "\\ude00\\ud83d"})
    void case13AResourceWithHalfACharacterOrANulIsLeftOut(String text) {
        assertLeftOut(OTHER.replace("Problem 2", text));
    }

    @Test
    void case13AResourceInBytesThatAreNotUtf8IsLeftOut() {
        byte[] page = bundle("\"total\":2,", GOOD, OTHER.replace("Problem 2", "Caf\u00e9"))
                .getBytes(StandardCharsets.ISO_8859_1);
        ehr.answers("Condition", exchange -> FaultyEhr.send(exchange, 200, page));

        Chart chart = chart(ehr);

        assertThat(problems(chart)).containsExactly("Problem 1");
        assertThat(outcome(chart, "Condition")).isEqualTo(new Outcome.Found(1, 1));
    }

    @Test
    void case13BidiOverridesAreTakenOutAndTheFactSaysSo() {
        ehr.answers("Condition", json(bundle("\"total\":1,", GOOD.replace("Problem 1", "a\u202eb\u200b\ufeffc"))));

        Fact fact = chart(ehr).facts(FactKind.PROBLEM).findFirst().orElseThrow();

        assertThat(fact.concept().text()).isEqualTo("abc");
        assertThat(FactLine.words(fact)).contains("hidden characters were removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"recordedDate\":\"the day before\"",
                "\"recordedDate\":\"2024-13-45\"",
                "\"recordedDate\":7",
                "\"onsetAge\":[{\"value\":1},{\"value\":2}]",
                "\"stage\":[{\"summary\":\"late\"}]",
                "\"evidence\":\"none\"",
                "\"onsetAge\":{\"value\":1,\"comparator\":\"about\"}"
            })
    void case12AResourceWithAnImpossibleDateOrCodeIsLeftOutAndThePageIsKept(String element) {
        assertLeftOut(OTHER.replace("\"recordedDate\":\"2024-01-01\"", element));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resourceType\":\" \"}",
                "{\"resourceType\":\"Ailment\"}",
                "{\"resourceType\":7}",
                "null",
                "{}",
                "{\"\":1}"
            })
    void case12WhatIsNoResourceIsLeftOutAndThePageIsKept(String resource) {
        assertLeftOut(resource);
    }

    @Test
    void case12ThatAResourceWasLeftOutStandsInTheDocument() {
        ehr.answers("Condition", json(bundle("\"total\":2,", GOOD, OTHER.replace("2024-01-01", "the day before"))));

        String text = DraftText.of(new Writer(Optional.empty()).writeByRules(Assignment.brief(chart(ehr))))
                .text();

        assertThat(text).contains("INCOMPLETE", "Condition (all): 1 unreadable", "Problem 1");
    }
}
