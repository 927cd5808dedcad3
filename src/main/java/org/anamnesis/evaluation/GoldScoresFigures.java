package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Target;

/** Scores and levels of the gold charts against their key. */
final class GoldScoresFigures {

    private GoldScoresFigures() {}

    /** NEWS2 with all its points at the times that the key names. */
    static Figure exact(Scored scored) {
        int exact = 0;
        int all = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            for (JsonNode key : entry.gold().field("news2")) {
                all++;
                exact += StreamSupport.stream(entry.line().path("news2").spliterator(), false)
                                .anyMatch(ours -> isSame(key, ours))
                        ? 1
                        : 0;
            }
        }
        return Figure.share("news2-exact", "NEWS2 at the times that the key names, with every point", exact, all)
                .wanted(Target.atLeast(1));
    }

    private static boolean isSame(JsonNode key, JsonNode ours) {
        return OffsetDateTime.parse(key.path("time").asText())
                        .isEqual(OffsetDateTime.parse(ours.path("time").asText()))
                && key.path("total").asInt() == ours.path("total").asInt(-1)
                && GoldScores.PARTS.stream()
                        .allMatch(part -> key.path("points").path(part).asInt()
                                == ours.path("points").path(part).asInt(-1));
    }

    /** The charts whose level is the key's or one more urgent. */
    static Figure levels(Scored scored) {
        List<Scored.Entry> known = scored.run()
                .filter(entry -> entry.gold().field("triage").path("level").isInt())
                .toList();
        long right = known.stream()
                .filter(entry -> {
                    int key = entry.gold().field("triage").path("level").asInt();
                    int ours = entry.line().path("triage").path("level").asInt(0);
                    return ours == key || (ours > 0 && ours == key - 1);
                })
                .count();
        return Figure.share(
                        "triage-level", "Charts whose level is the key's or one more urgent", (int) right, known.size())
                .wanted(Target.atLeast(1));
    }
}
