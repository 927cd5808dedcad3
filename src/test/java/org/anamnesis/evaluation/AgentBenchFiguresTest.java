package org.anamnesis.evaluation;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anamnesis.corpus.DataFolder;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.corpus.Row;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of retrieval over a few items whose outcome is known. */
class AgentBenchFiguresTest {

    private static final SetResult.Name NAME = new SetResult.Name("fhir-agentbench", "Title", "About");

    @TempDir
    Path data;

    @Test
    void countsCompleteGoldEmptyGoldAndTheRestApart() throws IOException {
        SetResult result = AgentBenchFigures.of(
                NAME,
                scored(
                        entry(
                                "complete",
                                "[\"A/1\",\"A/2\"]",
                                "{\"context_ids\":[\"A/1\",\"A/2\"],\"none_found\":false,\"tokens\":10,\"ms\":1}"),
                        entry(
                                "complete",
                                "[\"A/1\",\"A/2\"]",
                                "{\"context_ids\":[\"A/1\",\"A/7\",\"A/8\",\"A/9\"],\"none_found\":false,\"tokens\":30,\"ms\":3}"),
                        entry(
                                "complete",
                                "[\"A/1\"]",
                                "{\"context_ids\":[],\"none_found\":true,\"tokens\":1,\"ms\":1}"),
                        entry("empty-gold", "[]", "{\"context_ids\":[],\"none_found\":true,\"tokens\":1,\"ms\":1}"),
                        entry(
                                "empty-gold",
                                "[]",
                                "{\"context_ids\":[\"A/1\"],\"none_found\":false,\"tokens\":1,\"ms\":1}"),
                        entry(
                                "needs-lab-or-chart",
                                "[\"A/5\"]",
                                "{\"context_ids\":[],\"none_found\":true,\"tokens\":1,\"ms\":1}"),
                        entry("complete", "[\"A/1\"]", "{\"error\":\"chart-not-in-the-data\"}")));
        assertThat(result.errors()).isEqualTo(1);
        assertFigure(result, "recall-mean", 0.5, 3);
        assertFigure(result, "precision-mean", (1 + 0.25 + 0) / 3, 3);
        assertFigure(result, "complete-share", 1.0 / 3, 3);
        assertFigure(result, "size-median", 2, 3);
        assertFigure(result, "none-found-share", 0.5, 2);
        assertFigure(result, "none-found-wrongly", 1.0 / 3, 3);
        assertFigure(result, "not-counted", 1, 7);
        assertFigure(result, "tokens-median", 1, 6);
    }

    @Test
    void theCurveIsTheRecallOfTheFirstSoMany() throws IOException {
        SetResult result = AgentBenchFigures.of(
                NAME,
                scored(entry(
                        "complete",
                        "[\"A/1\",\"A/2\"]",
                        "{\"context_ids\":[\"A/1\",\"A/7\",\"A/2\"],\"none_found\":false,\"tokens\":1,\"ms\":1}")));
        Plot.Curve curve = (Plot.Curve) result.plots().getFirst();
        assertThat(curve.points().stream().limit(4).map(Plot.Point::y)).containsExactly(0.5, 0.5, 1.0, 1.0);
    }

    private static void assertFigure(SetResult result, String name, double value, int items) {
        Figure figure = result.figures().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(figure.value()).as(name).isCloseTo(value, within(1e-9));
        assertThat(figure.items()).as(name).isEqualTo(items);
    }

    private record Line(String gold, String output) {}

    private static Line entry(String status, String gold, String output) {
        return new Line("{\"question_id\":\"q\",\"gold\":" + gold + ",\"gold_status\":\"" + status + "\"}", output);
    }

    private Scored scored(Line... lines) throws IOException {
        List<String> golds = new ArrayList<>();
        for (Line line : lines) {
            golds.add(line.gold());
        }
        write(data, "fhir-agentbench/a.jsonl", golds.toArray(String[]::new));
        List<Row> rows =
                JsonLines.read(new DataFolder(data), "fhir-agentbench", new Fields("question_id", Set.of("question")));
        List<Scored.Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            entries.add(new Scored.Entry(
                    new Task(rows.get(i), "question_id", new ChartKey.None()),
                    ((Row.Whole) rows.get(i)).gold(),
                    Json.read(lines[i].output()).orElseThrow(),
                    Json.object()));
        }
        return new Scored(entries);
    }
}
