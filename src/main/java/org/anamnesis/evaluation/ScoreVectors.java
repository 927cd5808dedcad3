package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.corpus.CsvLines;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.measure.SetResult;
import org.anamnesis.score.Missing;
import org.anamnesis.score.Outcome;

/**
 * Exact values of scores. Each row is written as FHIR in every shape and read back as a chart; then with inputs left out, for
 * which there may be no score.
 */
final class ScoreVectors implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "scores",
            "Scores against exact values",
            "Rows of inputs with the score that the publication gives. Each row is written as FHIR Observations in five"
                    + " shapes (UCUM units; Fahrenheit, kilopascal and fractions; one panel; vendors' names; words), read"
                    + " as a chart, and computed. Then inputs are left out: no score may come of it.");

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return CsvLines.read(corpus.data(), NAME.id(), new Fields("id", VectorKind.SEEN)).stream()
                .map(row -> new Task(row, CsvLines.ROW, new ChartKey.None()))
                .toList();
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        VectorKind kind = VectorKind.of(item);
        Map<String, String> given = kind.given(item);
        ObjectNode line = Json.object()
                .put(CsvLines.FILE, item.required(CsvLines.FILE))
                .put(CsvLines.ROW, Integer.valueOf(item.required(CsvLines.ROW)));
        line.setAll(columns(kind, kind.outcome(item, given, VectorShape.UCUM)));
        ObjectNode shapes = Json.object();
        for (VectorShape shape : VectorShape.values()) {
            shapes.set(shape.word(), columns(kind, kind.outcome(item, given, shape)));
        }
        ObjectNode measures = lacking(kind, item, given);
        measures.set("shapes", shapes);
        return new Output(line, measures.put("kind", kind.name()));
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return ScoreVectorsFigures.of(NAME, scored);
    }

    /** The columns of a score; null, with what is missing, where there is none. */
    private static ObjectNode columns(VectorKind kind, Outcome outcome) {
        ObjectNode columns = Json.object();
        switch (outcome) {
            case Outcome.Computed computed -> kind.fill(columns, computed);
            case Outcome.NotComputable lacking -> {
                kind.columns().forEach(columns::putNull);
                columns.set(
                        "not_computable",
                        Json.texts(lacking.missing().stream()
                                .map(Missing::sentence)
                                .toList()));
            }
            case Outcome.NotApplicable not -> {
                kind.columns().forEach(columns::putNull);
                columns.put("not_applicable", not.reason());
            }
        }
        return columns;
    }

    /** Every row with each input left out in turn; the first row of a file with every combination of them. */
    private static ObjectNode lacking(VectorKind kind, Item item, Map<String, String> given) {
        boolean isFirst = item.required(CsvLines.ROW).equals("1");
        List<String> inputs = List.copyOf(given.keySet());
        int all = (1 << inputs.size()) - 1;
        int tried = 0;
        int refused = 0;
        for (int present = 0; present < all; present++) {
            if (isFirst || Integer.bitCount(present) == inputs.size() - 1) {
                tried++;
                refused += isRefused(kind.outcome(item, some(given, inputs, present), VectorShape.UCUM)) ? 1 : 0;
            }
        }
        return Json.object().put("lacking", tried).put("not_computable", refused);
    }

    /** Without an age it is not even known whether a score is made for this patient: that is no score either. */
    private static boolean isRefused(Outcome outcome) {
        return !(outcome instanceof Outcome.Computed);
    }

    private static Map<String, String> some(Map<String, String> given, List<String> inputs, int present) {
        Map<String, String> some = new LinkedHashMap<>(given);
        for (int input = 0; input < inputs.size(); input++) {
            if ((present & 1 << input) == 0) {
                some.remove(inputs.get(input));
            }
        }
        return some;
    }
}
