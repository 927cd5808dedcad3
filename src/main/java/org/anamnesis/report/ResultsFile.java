package org.anamnesis.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.SetResult;

/** Writes {@code results.json}: every figure with its items, the data's name, the date and the product's version. */
public final class ResultsFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double PLACES = 1e6;

    private ResultsFile() {}

    public static void write(Path file, RunFacts run, List<SetResult> results) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set(
                "product",
                JSON.createObjectNode()
                        .put("name", "Anamnesis")
                        .put("version", run.version())
                        .put("build", run.build()));
        root.put("date", run.date().toString());
        root.put("data", run.data());
        root.put("model", run.model().orElse(null));
        ObjectNode sets = root.putObject("sets");
        results.forEach(result -> sets.set(result.set().id(), set(run, result)));
        run.notRun().forEach(set -> sets.putObject(set).put("status", "not run in this version"));
        root.put("unreadable_chart_lines", run.unreadableLines());
        Files.writeString(file, JSON.writeValueAsString(root) + "\n");
    }

    private static ObjectNode set(RunFacts run, SetResult result) {
        ObjectNode set = JSON.createObjectNode()
                .put("status", "run")
                .put("items", result.items())
                .put("errors", result.errors());
        ArrayNode figures = set.putArray("figures");
        result.figures().forEach(figure -> figures.add(figure(run, result, figure)));
        ArrayNode limits = set.putArray("limits");
        result.limits().forEach(limits::add);
        return set;
    }

    private static ObjectNode figure(RunFacts run, SetResult result, Figure figure) {
        ObjectNode node = JSON.createObjectNode().put("name", figure.name()).put("what", figure.words());
        if (Double.isNaN(figure.value())) {
            node.putNull("value");
        } else {
            node.put("value", rounded(figure.value()));
        }
        node.put("unit", figure.unit().name().toLowerCase(Locale.ROOT)).put("n", figure.items());
        figure.interval().ifPresent(interval -> node.putObject("interval_95")
                .put("low", rounded(interval.low()))
                .put("high", rounded(interval.high()))
                .put("method", interval.method()));
        figure.target().ifPresent(target -> node.putObject("wanted")
                .put(target.atLeast() ? "at_least" : "at_most", target.bound()));
        figure.isMet().ifPresent(met -> node.put("met", met));
        return node.put("data", result.set().id())
                .put("date", run.date().toString())
                .put("version", run.version());
    }

    private static double rounded(double value) {
        return Math.round(value * PLACES) / PLACES;
    }
}
