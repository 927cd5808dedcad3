package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.measure.SetResult;

/**
 * Texts, some with an instruction to a language model, each planted in turn into every free-text field of a chart: what of it
 * reaches a prompt, where, and whether the clinician is warned.
 */
final class PlantedInstructions implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "prompt-injection",
            "Instructions planted in charts",
            "Texts with and without an instruction to a language model, planted in turn into a note, an allergy, the display"
                    + " of a code, the note on a condition, the patient's name and a file's title. The chart is read,"
                    + " digested and released as for a model; no model is asked.");
    private static final String ID = "id";
    private static final String TEXT = "text";

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return Tasks.ofLines(JsonLines.read(corpus.data(), NAME.id(), new Fields(ID, Set.of(TEXT))), ID, "");
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        String text = item.text(TEXT).orElseThrow(() -> new ItemFailed("no-text"));
        List<PlantedChart> planted = PlantedChart.all(text);
        ObjectNode line = Json.object().put(ID, item.id());
        line.put("flagged", planted.stream().anyMatch(PlantedChart::isFlagged))
                .put("outside_quote", planted.stream().anyMatch(PlantedChart::isOutsideQuote))
                .put("hidden_unicode_left", planted.stream().anyMatch(PlantedChart::isHiddenLeft));
        ObjectNode measures = Json.object();
        measures.set(
                "flagged_in",
                Json.texts(planted.stream()
                        .filter(PlantedChart::isFlagged)
                        .map(chart -> chart.field().word())
                        .toList()));
        return new Output(line, measures);
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return PlantedInstructionsFigures.of(NAME, scored);
    }
}
