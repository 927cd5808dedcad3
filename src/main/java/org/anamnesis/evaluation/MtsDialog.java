package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.claims.SourceText;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.measure.Agreement;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** MTS-Dialog: summaries that models wrote of dialogues, with what people found invented in them and left out. */
final class MtsDialog implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "mts-dialog",
            "Summaries of dialogues that people have judged",
            "Summaries that language models wrote of doctors' dialogues. Measured is whether the product's estimates"
                    + " of what is invented and of what is left out agree with the people's.");
    private static final String ID = "row";
    private static final Fields FIELDS = new Fields(ID, Set.of("dialogue", "summary"));
    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\w+:");

    @Override
    public SetResult.Name name() {
        return NAME;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        return JsonLines.read(corpus.data(), NAME.id(), FIELDS).stream()
                .map(row -> new Task(row, ID, new ChartKey.None()))
                .toList();
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) {
        String dialogue = SPEAKER.matcher(item.required("dialogue")).replaceAll("");
        String summary = item.text("summary").orElse("");
        SourceText source = new SourceText(dialogue);
        ObjectNode line = Json.object()
                .put(ID, item.id())
                .put("unsupported", source.unsupported(summary))
                .put("omitted", source.omitted(summary));
        return new Output(line, Json.object());
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        List<Scored.Entry> run = scored.run().toList();
        List<Agreement.Pair> invented = run.stream()
                .map(entry -> new Agreement.Pair(
                        entry.line().path("unsupported").asDouble(),
                        entry.gold().field("HallucinationRate").asDouble()))
                .toList();
        List<Agreement.Pair> leftOut = run.stream()
                .map(entry -> new Agreement.Pair(
                        entry.line().path("omitted").asDouble(),
                        entry.gold().field("OmissionRate").asDouble()))
                .toList();
        return new SetResult(
                NAME,
                scored.entries().size(),
                scored.errors(),
                List.of(
                        Agreement.areaUnderCurve(
                                        "auroc-unsupported",
                                        "Hallucinated summaries above the others (AUROC)",
                                        invented)
                                .wanted(Target.atLeast(0.80)),
                        Agreement.correlation(
                                        "r-omitted", "Estimate of omissions against people's (Pearson r)", leftOut)
                                .wanted(Target.atLeast(0.75))),
                List.of(),
                List.of(),
                List.of(
                        "Words are compared, with synonyms and numbers in words; what a sentence implies is not understood."));
    }
}
