package org.anamnesis.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Charts with a folder each: {@code bundle.json}, statements on it, questions, and what is right in {@code gold.json}. Of
 * the statements and questions only their ids and texts may be seen.
 */
public final class GoldFolders {

    private static final String BUNDLE = "bundle.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldFolders() {}

    /** The rows of a set by the Bundles that they are about, in the order of the folders' names. */
    public static Map<Path, Row> read(DataFolder data, String set) throws IOException {
        Map<Path, Row> rows = new LinkedHashMap<>();
        for (Path bundle : data.files(set, BUNDLE)) {
            rows.put(bundle, row(bundle.resolveSibling(".").normalize()));
        }
        return rows;
    }

    private static Row row(Path folder) throws IOException {
        String name = String.valueOf(folder.getFileName());
        ObjectNode whole = gold(folder).put("chart", name);
        ObjectNode seen = JSON.createObjectNode().put("chart", name);
        for (Map.Entry<String, String> part :
                Map.of("statements", "claim", "questions", "question").entrySet()) {
            List<ObjectNode> lines = lines(folder, part.getKey());
            whole.putArray(part.getKey()).addAll(lines);
            seen.putArray(part.getKey())
                    .addAll(lines.stream()
                            .map(line -> visible(line, part.getValue()))
                            .toList());
        }
        return new Row.Whole(name, new Item(name, seen), new Gold(whole));
    }

    private static ObjectNode visible(ObjectNode line, String text) {
        return JSON.createObjectNode()
                .put("id", line.path("id").asText())
                .put(text, line.path(text).asText());
    }

    private static ObjectNode gold(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : named(files, "gold.json")) {
                try (InputStream in = DataFolder.open(file)) {
                    return JSON.readTree(in) instanceof ObjectNode object ? object : JSON.createObjectNode();
                }
            }
        }
        return JSON.createObjectNode();
    }

    /** The lines of a file that are JSON objects; a broken one is left out. */
    private static List<ObjectNode> lines(Path folder, String name) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : named(files, name + ".jsonl")) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(DataFolder.open(file), StandardCharsets.UTF_8))) {
                    lines.lines().filter(line -> !line.isBlank()).forEach(line -> add(line, objects));
                }
            }
        }
        return objects;
    }

    private static void add(String line, List<ObjectNode> objects) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                objects.add(object);
            }
        } catch (JsonProcessingException broken) {
            // a statement that cannot be read is none
        }
    }

    private static List<Path> named(Stream<Path> files, String name) {
        return files.filter(file -> String.valueOf(file.getFileName()).startsWith(name))
                .sorted()
                .toList();
    }
}
