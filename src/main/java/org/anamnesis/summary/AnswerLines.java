package org.anamnesis.summary;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.injection.PlainAnswer;

/**
 * Reads a model's answer: one JSON object a line. A line that is anything else is no statement and is dropped; it is never
 * shown as text.
 */
final class AnswerLines {

    private static final int MOST_STATEMENTS = 200;
    private static final int MOST_CITATIONS = 20;
    private static final int LONGEST_LINE_CHARACTERS = 4_000;

    /** In front of the parser as in front of every other one: it fails on depth and on exponents in ways of its own. */
    private static final Limits LINE = Limits.of(4L * LONGEST_LINE_CHARACTERS);

    private AnswerLines() {}

    static List<Statement> read(String answer) {
        return answer.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("{") && line.length() <= LONGEST_LINE_CHARACTERS)
                .flatMap(line -> statement(line).stream())
                .limit(MOST_STATEMENTS)
                .toList();
    }

    private static Optional<Statement> statement(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonGuard.check(line.getBytes(StandardCharsets.UTF_8), LINE);
            JsonObject object = reader.readObject();
            Optional<Section> section = string(object, "section").flatMap(Section::ofCode);
            Optional<String> text = string(object, "text").map(PlainAnswer::of);
            if (section.isEmpty() || text.isEmpty() || text.get().isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new Statement(section.get(), text.get(), citations(object)));
        } catch (RefusedInput | JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> string(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static List<String> citations(JsonObject object) {
        JsonValue value = object.get("citations");
        if (!(value instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream()
                .limit(MOST_CITATIONS)
                .map(item -> item instanceof JsonString id ? id.getString() : "")
                .toList();
    }
}
