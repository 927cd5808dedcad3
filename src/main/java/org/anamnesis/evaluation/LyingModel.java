package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.anamnesis.chart.Chart;
import org.anamnesis.corpus.Item;
import org.anamnesis.grounding.CheckedStatement;
import org.anamnesis.grounding.Grounding;
import org.anamnesis.grounding.Statement;
import org.anamnesis.measure.SetResult;
import org.anamnesis.rules.RuleComposer;

/** A scripted model that writes what rules write of every chart there is, and falsifies every tenth statement. */
final class LyingModel implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "lying-model",
            "A model that lies in every tenth statement",
            "Of every chart the statements of a summary, every tenth falsified: another value, unit, date, status, trend, side, name or"
                    + " citation, or denied. Measured is what the check lets through, and what it takes from the true ones.");
    private static final List<String> FOLDERS = List.of("gold-charts", "charts", "mimic-iv-fhir-demo", "synthea-r4");
    private static final int EVERY = 10;

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (String folder : FOLDERS) {
            tasks.addAll(WholeCharts.tasks(corpus, folder));
        }
        return tasks;
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
        Chart chart = charts.open(key).chart();
        Grounding grounding = new Grounding(chart);
        // The same lies for the same chart, in every run.
        Random random = new Random(item.id().hashCode());
        ArrayNode statements = Json.array();
        int number = 0;
        for (Statement honest : RuleComposer.compose(chart)) {
            Optional<Told> lie = number++ % EVERY == 0 ? lie(honest, chart, random) : Optional.empty();
            CheckedStatement checked = grounding.check(lie.map(Told::statement).orElse(honest));
            statements.add(Json.object()
                    .put(
                            "type",
                            lie.map(told -> told.sort().name().toLowerCase(Locale.ROOT))
                                    .orElse("true"))
                    .put("state", checked.isSupported() ? "shown" : "withheld")
                    .put("text", checked.text()));
        }
        ObjectNode line = Json.object().put("patient", item.id());
        line.set("statements", statements);
        return new Output(line, Json.object());
    }

    private record Told(Lie sort, Statement statement) {}

    /** A falsehood of any sort that the statement lends itself to. */
    private static Optional<Told> lie(Statement honest, Chart chart, Random random) {
        List<Lie> sorts = new ArrayList<>(List.of(Lie.values()));
        Collections.shuffle(sorts, random);
        return sorts.stream()
                .flatMap(sort -> sort.of(honest, chart, random).map(statement -> new Told(sort, statement)).stream())
                .findFirst();
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return LyingModelFigures.of(NAME, scored);
    }
}
