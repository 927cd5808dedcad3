package org.anamnesis.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a set, one JSON object each, with what may be seen and what is right told apart. */
public final class JsonLines {

    private static final String ENDING = ".jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** All lines of all files of a set, in order. */
    public static List<Row> read(DataFolder data, String set, Fields fields) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path file : data.files(set, ENDING)) {
            rows.addAll(read(file, fields));
        }
        return rows;
    }

    static List<Row> read(Path file, Fields fields) throws IOException {
        List<Row> rows = new ArrayList<>();
        // Decoded leniently: one broken byte is one broken line, not the end of the file.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(DataFolder.open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(row(file.getFileName() + ":" + number, number, line, fields));
                }
            }
        }
        return rows;
    }

    private static Row row(String place, int number, String line, Fields fields) {
        try {
            JsonNode node = JSON.readTree(line);
            if (fields.id().equals(Fields.LINE) && node instanceof ObjectNode object) {
                object.put(Fields.LINE, number);
            }
            return node instanceof ObjectNode object && isNamed(object.path(fields.id()))
                    ? split(place, object, fields)
                    : new Row.Broken(place);
        } catch (JsonProcessingException broken) {
            return new Row.Broken(place);
        }
    }

    private static boolean isNamed(JsonNode id) {
        return id.isTextual() || id.isNumber();
    }

    /** Copies what may be seen; what was not named as such stays on the other side. */
    static Row.Whole split(String place, ObjectNode object, Fields fields) {
        ObjectNode input = JSON.createObjectNode();
        ObjectNode gold = JSON.createObjectNode();
        object.properties()
                .forEach(field ->
                        (fields.mayBeSeen(field.getKey()) ? input : gold).set(field.getKey(), field.getValue()));
        return new Row.Whole(place, new Item(object.path(fields.id()).asText(), input), new Gold(gold));
    }
}
