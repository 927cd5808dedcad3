package org.anamnesis.summary;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    /** More is no summary. */
    static final int MOST_STATEMENTS = 200;

    private static final int MOST_CITATIONS = 20;
    private static final int LONGEST_LINE_CHARACTERS = 4_000;

    /** In front of the parser as in front of every other one: it fails on depth and on exponents in ways of its own. */
    private static final Limits LINE = Limits.of(4L * LONGEST_LINE_CHARACTERS);

    /** Made once: {@link Json} itself looks its provider up anew for each line. */
    private static final JsonReaderFactory READING = Json.createReaderFactory(Map.of());

    private AnswerLines() {}

    static List<Statement> read(String answer) {
        return answer.lines()
                .flatMap(line -> statement(line).stream())
                .limit(MOST_STATEMENTS)
                .toList();
    }

    /** The statement of one line; empty where it is none. */
    static Optional<Statement> statement(String line) {
        return object(line)
                .flatMap(object -> string(object, "section")
                        .flatMap(Section::ofCode)
                        .flatMap(section -> text(object).map(text -> new Statement(section, text, citations(object)))));
    }

    /**
     * A statement written anew.
     *
     * @param number of the statement in whose place it is to stand
     */
    record Again(int number, String text, List<String> citations) {}

    /** The statements that were written anew, by the numbers they were given. */
    static List<Again> again(String answer) {
        return answer.lines()
                .flatMap(line -> object(line).stream())
                .flatMap(object -> again(object).stream())
                .limit(MOST_STATEMENTS)
                .toList();
    }

    private static Optional<Again> again(JsonObject object) {
        return object.get("statement") instanceof JsonNumber number && number.isIntegral()
                ? text(object).map(text -> new Again(number.intValue(), text, citations(object)))
                : Optional.empty();
    }

    /** The numbers of the statements that an opinion does not find borne out. */
    static List<Integer> doubted(String answer) {
        return answer.lines()
                .flatMap(line -> object(line).stream())
                .filter(object -> JsonValue.FALSE.equals(object.get("borneOut")))
                .filter(object -> object.get("statement") instanceof JsonNumber number && number.isIntegral())
                .map(object -> object.getInt("statement"))
                .limit(MOST_STATEMENTS)
                .toList();
    }

    private static Optional<JsonObject> object(String written) {
        String line = written.strip();
        if (!line.startsWith("{") || line.length() > LONGEST_LINE_CHARACTERS) {
            return Optional.empty();
        }
        try (JsonReader reader = READING.createReader(new StringReader(line))) {
            JsonGuard.check(line.getBytes(StandardCharsets.UTF_8), LINE);
            return Optional.of(reader.readObject());
        } catch (RefusedInput | JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject object) {
        return string(object, "text").map(PlainAnswer::of).filter(text -> !text.isBlank());
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
