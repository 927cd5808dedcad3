package org.anamnesis.acuity;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.draft.Authorship;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Section;
import org.anamnesis.grounding.Statement;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.anamnesis.triage.Level;

/**
 * Reads a model's answer on a visit: one JSON object a line. Of each line only what has a known form is taken: the part it
 * belongs to, a statement with citations, which is checked, and a name that stands in our own list. Everything else is
 * dropped; it is never shown as text.
 */
final class AdviceLines {

    private static final int MOST_LINES = 40;
    private static final int MOST_CITATIONS = 20;
    private static final int LONGEST_LINE_CHARACTERS = 4_000;
    private static final Limits LINE = Limits.of(4L * LONGEST_LINE_CHARACTERS);
    private static final String LEVEL = "level";

    private AdviceLines() {}

    /** @param asked the facts and sentences that stood in the question */
    static Advice.Given read(String answer, Chart chart, Authorship.ByModel by, List<CitationId> asked) {
        Grounding grounding = new Grounding(chart);
        List<Advice.Remark> remarks = new ArrayList<>();
        List<Advice.Proposed> proposed = new ArrayList<>();
        answer.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("{") && line.length() <= LONGEST_LINE_CHARACTERS)
                .limit(MOST_LINES)
                .flatMap(line -> object(line).stream())
                .forEach(object -> {
                    remark(object, grounding).ifPresent(remarks::add);
                    proposed(object, grounding).ifPresent(proposed::add);
                });
        return new Advice.Given(by, remarks, mostUrgent(proposed), asked);
    }

    /** Of several the most urgent one that has a reason in the chart; where none has, the first, to be shown as withheld. */
    private static Optional<Advice.Proposed> mostUrgent(List<Advice.Proposed> proposed) {
        return proposed.stream()
                .filter(one -> one.because().isSupported())
                .reduce((one, other) -> other.level().isMoreUrgentThan(one.level()) ? other : one)
                .or(() -> proposed.stream().findFirst());
    }

    private static Optional<JsonObject> object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonGuard.check(line.getBytes(StandardCharsets.UTF_8), LINE);
            return Optional.of(reader.readObject());
        } catch (RefusedInput | JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Optional<Advice.Remark> remark(JsonObject object, Grounding grounding) {
        Optional<Advice.Kind> kind = string(object, "part").flatMap(AdviceLines::kind);
        Optional<CheckedStatement> because = statement(object, grounding);
        if (kind.isEmpty() || because.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = string(object, "name").flatMap(word -> Nameable.STANDARD.of(kind.get(), word));
        return kind.get() == Advice.Kind.REASON || name.isPresent()
                ? Optional.of(new Advice.Remark(kind.get(), name, because.get()))
                : Optional.empty();
    }

    private static Optional<Advice.Proposed> proposed(JsonObject object, Grounding grounding) {
        if (string(object, "part").filter(LEVEL::equals).isEmpty()) {
            return Optional.empty();
        }
        return level(object)
                .flatMap(level -> statement(object, grounding).map(because -> new Advice.Proposed(level, because)));
    }

    private static Optional<Level> level(JsonObject object) {
        return object.get(LEVEL) instanceof JsonNumber number && number.isIntegral()
                ? Arrays.stream(Level.values())
                        .filter(level -> number.bigIntegerValue().equals(BigInteger.valueOf(level.number())))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Advice.Kind> kind(String code) {
        return Arrays.stream(Advice.Kind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst();
    }

    private static Optional<CheckedStatement> statement(JsonObject object, Grounding grounding) {
        return string(object, "text")
                .map(AdviceLines::visible)
                .filter(text -> !text.isBlank())
                .map(text -> grounding.check(new Statement(Section.CONCERNING, text, citations(object))));
    }

    private static Optional<String> string(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static List<String> citations(JsonObject object) {
        if (!(object.get("citations") instanceof JsonArray array)) {
            return List.of();
        }
        return array.stream()
                .limit(MOST_CITATIONS)
                .map(item -> item instanceof JsonString id ? id.getString() : "")
                .toList();
    }

    private static String visible(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
