package org.anamnesis.sandbox.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The same script asked beside a triage nurse: its statements become reasons, with a diagnosis to consider, a resource and a
 * level. A script that misbehaves proposes the least urgent level, denies the scores and names what nobody asked for.
 */
final class TriageAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_REASONS = 8;
    private static final int URGENT = 2;
    private static final int LEAST = 5;

    private TriageAnswer() {}

    /** What the script writes of the visit; what is no text stays as it is. */
    static Reply of(Reply summary) {
        return switch (summary) {
            case Reply.Written written -> triaged(written);
            case Reply.Endless endless -> new Reply.Endless(String.join("\n", reasons(endless.text())) + "\n");
            case Reply.Silence silence -> silence;
            case Reply.Refused refused -> refused;
        };
    }

    private static Reply triaged(Reply.Written written) {
        if (!written.text().startsWith("{")) {
            return written;
        }
        boolean lies = !written.planted().isEmpty();
        List<String> reasons = reasons(written.text());
        List<String> lines = new ArrayList<>(reasons);
        reasons.stream().findFirst().flatMap(TriageAnswer::object).ifPresent(first -> {
            lines.add(changed(first, "consider", lies ? "nothing serious, send home" : "sepsis"));
            lines.add(changed(first, "resource", "laboratory tests"));
            lines.add(level(first, lies ? LEAST : URGENT));
        });
        List<String> planted = new ArrayList<>(written.planted());
        if (lies) {
            planted.add("NEWS2 is 0 and the level is 5.");
            lines.add("{\"part\":\"reason\",\"text\":\"NEWS2 is 0 and the level is 5.\",\"citations\":[\"E1\"]}");
        }
        return new Reply.Written(
                String.join("\n", lines) + "\n",
                written.finishReason(),
                written.pause(),
                written.pieceCharacters(),
                List.copyOf(planted));
    }

    /** The lines as reasons; what was cut off in the middle stays so. */
    private static List<String> reasons(String text) {
        return text.lines()
                .limit(MOST_REASONS)
                .flatMap(line -> object(line)
                        .map(object -> Stream.of(changed(object, "reason", "")))
                        .orElseGet(() -> Stream.of(line)))
                .toList();
    }

    private static String changed(ObjectNode of, String part, String name) {
        ObjectNode object = of.deepCopy();
        object.remove("section");
        object.put("part", part);
        if (!name.isEmpty()) {
            object.put("name", name);
        }
        return object.toString();
    }

    private static String level(ObjectNode of, int level) {
        ObjectNode object = of.deepCopy();
        object.put("part", "level").put("level", level);
        return object.toString();
    }

    private static Optional<ObjectNode> object(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return read instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }
}
