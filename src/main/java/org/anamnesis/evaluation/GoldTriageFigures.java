package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Target;

/** Figures of triage in the gold charts: NEWS2 at the times of the key, the level of the last emergency visit. */
final class GoldTriageFigures {

    private GoldTriageFigures() {}

    static List<Figure> of(Scored scored) {
        int exact = 0;
        int times = 0;
        int right = 0;
        int levels = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            Map<Instant, JsonNode> computed = byTime(entry.line().path("news2"));
            for (JsonNode wanted : entry.gold().field("news2")) {
                times++;
                exact += time(wanted)
                                .map(computed::get)
                                .filter(found -> isExact(found, wanted))
                                .isPresent()
                        ? 1
                        : 0;
            }
            JsonNode wanted = entry.gold().field("triage").path("level");
            if (wanted.isInt()) {
                levels++;
                right += isRight(entry.line().path("triage").path("level").asInt(0), wanted.asInt()) ? 1 : 0;
            }
        }
        return List.of(
                Figure.share("news2-exact", "Times at which NEWS2 is exact, with every part of it", exact, times)
                        .wanted(Target.atLeast(1)),
                Figure.share(
                                "level-right",
                                "Emergency visits with the level of the key, or one level more urgent",
                                right,
                                levels)
                        .wanted(Target.atLeast(1)));
    }

    private static boolean isRight(int ours, int wanted) {
        return ours == wanted || (ours > 0 && ours == wanted - 1);
    }

    private static boolean isExact(JsonNode found, JsonNode wanted) {
        boolean parts = wanted.path("points")
                .propertyStream()
                .allMatch(part -> found.path("points").path(part.getKey()).asInt(-1)
                        == part.getValue().asInt());
        return parts && found.path("total").asInt() == wanted.path("total").asInt();
    }

    private static Map<Instant, JsonNode> byTime(JsonNode lines) {
        Map<Instant, JsonNode> byTime = new HashMap<>();
        lines.forEach(line -> time(line).ifPresent(time -> byTime.put(time, line)));
        return byTime;
    }

    private static Optional<Instant> time(JsonNode line) {
        try {
            return Optional.of(OffsetDateTime.parse(line.path("time").asText()).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
