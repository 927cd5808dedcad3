package org.anamnesis.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** NEWS2 in whole charts, at the times for which somebody counted by hand. */
class GoldChartsTest {

    private static final List<String> PARTS = List.of("rr", "spo2", "o2", "sbp", "hr", "acvpu", "temp");

    @Test
    void news2IsExactAtEveryNamedTimeWithItsScaleItsPointsAndItsSources() throws IOException {
        for (GoldCharts.Gold gold : GoldCharts.all()) {
            Scores scores = Scores.of(gold.chart());
            for (JsonNode expected : gold.answers().get("news2")) {
                String where = gold.name() + " at " + expected.get("time").asText();
                Scored scored = scores.at(
                        Scores.NEWS2, GoldCharts.time(expected.get("time").asText()));
                assertThat(scored.outcome()).as(where).isInstanceOf(Outcome.Computed.class);
                Outcome.Computed score = (Outcome.Computed) scored.outcome();
                assertThat(score.total().intValue())
                        .as(where)
                        .isEqualTo(expected.get("total").asInt());
                assertThat(score.components().stream()
                                .map(part -> part.points().intValue())
                                .toList())
                        .as(where)
                        .isEqualTo(PARTS.stream()
                                .map(part -> expected.get("points").get(part).asInt())
                                .toList());
                assertThat(score.components().get(1).name())
                        .as(where)
                        .endsWith(expected.get("spo2_scale").asText());
                assertThat(sources(gold, score)).as(where).isSubsetOf(evidence(expected));
            }
        }
    }

    private static List<String> sources(GoldCharts.Gold gold, Outcome.Computed score) {
        return score.components().stream()
                .flatMap(part -> part.inputs().stream())
                .map(input -> gold.chart()
                        .fact(input.source().orElseThrow())
                        .orElseThrow()
                        .source()
                        .reference())
                .toList();
    }

    private static List<String> evidence(JsonNode expected) {
        return StreamSupport.stream(expected.get("evidence").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
