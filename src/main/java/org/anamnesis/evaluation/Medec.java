package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.anamnesis.claims.SourceText;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.SetResult;

/** MEDEC: clinical texts with at most one wrong sentence; the corrected text is the record that the others are held against. */
final class Medec implements EvaluationSet {

    private static final SetResult.Name NAME = new SetResult.Name(
            "medec",
            "One wrong sentence in a clinical text",
            "Clinical texts of which some hold one wrong sentence. The corrected text is the record; measured is whether"
                    + " just the changed sentence is flagged.");
    private static final String ID = "id";
    private static final Fields FIELDS = new Fields(ID, Set.of("text", "sentences", "corrected_text"));
    private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\d+) (.*(?:\\n(?!\\d+ ).*)*)");
    private static final int SHORTEST_TEXT = 5;

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
        String text = item.required("text");
        String record = item.text("corrected_text")
                .filter(corrected -> corrected.length() >= SHORTEST_TEXT)
                .orElse(text);
        SourceText source = new SourceText(record);
        ArrayNode flagged = Json.array();
        Matcher sentence = NUMBERED.matcher(item.required("sentences"));
        while (sentence.find()) {
            if (!source.holds(sentence.group(2))) {
                flagged.add(Integer.parseInt(sentence.group(1)));
            }
        }
        ObjectNode line = Json.object().put(ID, item.id());
        line.set("flagged", flagged);
        return new Output(line, Json.object());
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        List<Scored.Entry> run = scored.run().toList();
        List<Scored.Entry> wrong = run.stream().filter(Medec::isWrong).toList();
        int caught = (int) wrong.stream()
                .filter(entry -> flagged(entry).contains(wrongSentence(entry)))
                .count();
        int exact = (int) run.stream().filter(Medec::isExact).count();
        int clean = (int) run.stream()
                .filter(entry -> !isWrong(entry))
                .filter(entry -> flagged(entry).isEmpty())
                .count();
        return new SetResult(
                NAME,
                scored.entries().size(),
                scored.errors(),
                List.of(
                        Figure.share("caught", "Wrong sentences that are flagged", caught, wrong.size()),
                        Figure.share(
                                "clean",
                                "Texts without an error in which nothing is flagged",
                                clean,
                                run.size() - wrong.size()),
                        Figure.share("exact", "Texts in which just the wrong sentence is flagged", exact, run.size())),
                List.of(),
                List.of(),
                List.of("The record is the same text without the error, so a sentence is either in it word for word or"
                        + " changed: this measures whether small changes are seen, not whether paraphrases are"
                        + " understood."));
    }

    private static boolean isWrong(Scored.Entry entry) {
        return entry.gold().field("error_flag").asInt() == 1;
    }

    private static boolean isExact(Scored.Entry entry) {
        return isWrong(entry)
                ? flagged(entry).equals(Set.of(wrongSentence(entry)))
                : flagged(entry).isEmpty();
    }

    private static int wrongSentence(Scored.Entry entry) {
        return entry.gold().field("error_sentence_id").asInt(-1);
    }

    private static Set<Integer> flagged(Scored.Entry entry) {
        List<Integer> flagged = new ArrayList<>();
        StreamSupport.stream(entry.line().path("flagged").spliterator(), false)
                .forEach(index -> flagged.add(index.asInt()));
        return new TreeSet<>(flagged);
    }
}
