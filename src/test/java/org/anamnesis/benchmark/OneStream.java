package org.anamnesis.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One summary as it came over its stream. */
final class OneStream {

    private static final int UNCUT = -1;

    /** Each statement told, with when it came in nanoseconds; a second telling is kept as a fault. */
    final Map<String, Long> told = new LinkedHashMap<>();

    final List<String> faults = new ArrayList<>();
    final List<String> whole = new ArrayList<>();
    long asked;
    long chartRead;

    private Optional<String> last = Optional.empty();

    /** Reads it to its end over one connection. */
    static OneStream of(OpenChart chart, Runnable chartRead) throws IOException, InterruptedException {
        OneStream stream = new OneStream();
        stream.asked = System.nanoTime();
        stream.read(chart, chartRead, UNCUT);
        return stream;
    }

    /** The same; after so many statements its connection is cut, and it is taken up again. */
    static OneStream cut(OpenChart chart, Runnable chartRead, int statements) throws IOException, InterruptedException {
        OneStream stream = new OneStream();
        stream.asked = System.nanoTime();
        stream.read(chart, chartRead, statements);
        stream.read(chart, () -> {}, UNCUT);
        return stream;
    }

    private void read(OpenChart chart, Runnable chartRead, int most) throws IOException, InterruptedException {
        try (InputStream body = chart.stream(last);
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    last = Optional.of(line.substring(3).strip());
                } else if (line.startsWith("data:")) {
                    take(name, line.substring(5), System.nanoTime(), chartRead);
                } else if (line.isEmpty() && (!whole.isEmpty() || told.size() == most)) {
                    return;
                }
            }
        }
        faults.add("ended without a summary");
    }

    private void take(String name, String data, long now, Runnable onChart) throws IOException {
        switch (name) {
            case "coverage" -> {
                chartRead = now;
                onChart.run();
            }
            case "statement" -> {
                JsonNode event = new ObjectMapper().readTree(data);
                String said = said(
                        event.path("section").asText(), event.path("statement").path("text"));
                if (told.putIfAbsent(said, now) != null) {
                    faults.add("told twice");
                }
            }
            case "summary" -> statements(new ObjectMapper().readTree(data)).forEach(one -> whole.add(one.said()));
            case "failed" -> faults.add(data);
            default -> {
                // A step.
            }
        }
    }

    /** A whole summary's statements as a model would write them. */
    static List<SlowModel.Said> statements(JsonNode summary) {
        List<SlowModel.Said> statements = new ArrayList<>();
        for (JsonNode section : summary.path("sections")) {
            for (JsonNode statement : section.path("statements")) {
                ObjectMapper json = new ObjectMapper();
                statements.add(new SlowModel.Said(
                        said(section.path("code").asText(), statement.path("text")),
                        json.createObjectNode()
                                .put("section", section.path("code").asText())
                                .put("text", statement.path("text").asText())
                                .set("citations", statement.path("citations"))
                                .toString()));
            }
        }
        return statements;
    }

    private static String said(String section, JsonNode text) {
        return section + ": " + text.asText();
    }

    /** Milliseconds from the question, and from the chart that was read, to the first statement. */
    double toFirst(long from) {
        return told.values().stream()
                .findFirst()
                .map(first -> (first - from) / 1e6)
                .orElse(Double.NaN);
    }
}
