package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anamnesis.corpus.CsvLines;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.measure.SetResult;

/**
 * Exact vectors of published scores. The inputs of each row are written as FHIR Observations in several shapes that EHRs send, read
 * as a chart, and scored; and once more for every combination of missing inputs.
 */
final class ScoreVectors implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "scores",
            "Scores, exact to their publication",
            "Rows of inputs with the score of the publication. Each row is written as FHIR Observations in several shapes (UCUM"
                    + " units; Fahrenheit, kilopascal and fractions; one panel; words), and with inputs missing.");
    private static final Fields FIELDS = new Fields(
            CsvLines.PLACE,
            Set.of(
                    CsvLines.FILE,
                    CsvLines.ROW,
                    "id",
                    "kind",
                    "rr",
                    "spo2",
                    "o2",
                    "scale",
                    "sbp",
                    "hr",
                    "acvpu",
                    "temp",
                    "gcs",
                    "sex",
                    "age",
                    "scr_mg_dl"));

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return CsvLines.read(corpus.data(), NAME.id(), FIELDS).stream()
                .map(row -> new Task(row, CsvLines.PLACE, new ChartKey.None()))
                .toList();
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        VectorKind kind = VectorKind.of(item).orElseThrow(() -> new ItemFailed("unknown-columns"));
        List<ObjectNode> shapes = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            shapes.add(kind.computed(item, shape));
        }
        ObjectNode line = Json.object()
                .put(CsvLines.FILE, item.required(CsvLines.FILE))
                .put(CsvLines.ROW, Integer.parseInt(item.required(CsvLines.ROW)));
        line.setAll(shapes.getFirst());
        ObjectNode measures = Json.object();
        measures.set("shapes", Json.array().addAll(shapes));
        measures.put("madeUp", kind.madeUp(item)).put("combinations", kind.combinations());
        return new Output(line, measures);
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return ScoreVectorsFigures.of(NAME, scored);
    }
}
