package org.anamnesis.modelcard;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.modelcard.ModelCard.Evaluation;
import org.anamnesis.modelcard.ModelCard.Figure;

/** Reads the {@code results.json} that {@code deploy/evaluate} writes. */
public final class EvaluationFile {

    private EvaluationFile() {}

    /**
     * The evaluation in a file.
     *
     * @throws IOException where it cannot be read, or is no results of an evaluation
     */
    public static Evaluation read(Path file) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            JsonObject results = reader.readObject();
            List<Figure> figures = new ArrayList<>();
            for (String set : results.getJsonObject("sets").keySet()) {
                JsonObject one = results.getJsonObject("sets").getJsonObject(set);
                if (one.containsKey("figures")) {
                    one.getJsonArray("figures").getValuesAs(JsonObject.class).stream()
                            .filter(figure -> has(figure, "value"))
                            .map(figure -> figure(set, figure))
                            .forEach(figures::add);
                }
            }
            return new Evaluation(
                    results.getString("date"),
                    results.getJsonObject("product").getString("version"),
                    has(results, "model") ? Optional.of(results.getString("model")) : Optional.empty(),
                    results.getString("data"),
                    figures);
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IOException("this is no results.json of an evaluation", e);
        }
    }

    private static boolean has(JsonObject object, String key) {
        return object.containsKey(key) && object.get(key).getValueType() != JsonValue.ValueType.NULL;
    }

    private static Figure figure(String set, JsonObject figure) {
        boolean isShare = figure.getString("unit", "").equals("share");
        double factor = isShare ? 100 : 1;
        String unit = isShare ? " %" : " " + figure.getString("unit", "");
        StringBuilder value =
                new StringBuilder(number(figure.getJsonNumber("value").doubleValue() * factor) + unit.stripTrailing());
        if (has(figure, "interval_95")) {
            JsonObject interval = figure.getJsonObject("interval_95");
            value.append(" (95 % interval ")
                    .append(number(interval.getJsonNumber("low").doubleValue() * factor))
                    .append(" to ")
                    .append(number(interval.getJsonNumber("high").doubleValue() * factor))
                    .append(')');
        }
        if (has(figure, "n")) {
            value.append(", n = ").append(figure.getInt("n"));
        }
        return new Figure(
                set,
                figure.getString("what"),
                value.toString(),
                has(figure, "met") ? Optional.of(figure.getBoolean("met")) : Optional.empty());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
