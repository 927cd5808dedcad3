package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.SetResult.Table;
import org.anamnesis.measure.Target;

/** Figures of the gold charts: sentences that can be cited, verdicts on statements, evidence of questions and conflicts. */
final class GoldChartsFigures {

    private static final String SUPPORTED = "supported";

    private GoldChartsFigures() {}

    static SetResult of(SetResult.Name set, Scored scored) {
        List<Figure> figures = new ArrayList<>();
        figures.add(quotes(scored));
        figures.add(evidence(scored));
        figures.addAll(verdicts(scored));
        figures.add(conflicts(scored));
        figures.add(GoldScoresFigures.exact(scored));
        figures.add(GoldScoresFigures.levels(scored));
        figures.add(Figure.number(
                "ms-largest",
                "Time for a chart, the longest",
                Common.numbers(scored, "ms").stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(Double.NaN),
                Unit.MILLISECONDS,
                (int) scored.run().count()));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(byLabel(scored)),
                List.of(),
                List.of(
                        "The charts were constructed by one author and were not reviewed by a clinician; errors are"
                                + " denser than in real charts.",
                        "Statements are checked against what a search of the chart finds, by a check that passes only"
                                + " what it fully understands: many true statements on notes are not passed in this"
                                + " version."));
    }

    /** Quoted sentences of notes that are among the sentences that can be cited. */
    private static Figure quotes(Scored scored) {
        int found = 0;
        int all = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            List<String> passages = Json.texts(entry.measures().path("passages"))
                    .map(GoldChartsFigures::folded)
                    .toList();
            String whole = String.join(" ", passages);
            for (JsonNode part : parts(entry, "statements", "questions").toList()) {
                String quote = folded(part.path("quote").asText(""));
                if (!quote.isEmpty()) {
                    all++;
                    found += passages.stream().anyMatch(passage -> passage.contains(quote)) || whole.contains(quote)
                            ? 1
                            : 0;
                }
            }
        }
        return Figure.share("quotes-addressable", "Quoted sentences of notes that can be cited", found, all)
                .wanted(Target.atLeast(1));
    }

    /** Questions with an answer for which the search finds at least one of the resources that hold it. */
    private static Figure evidence(Scored scored) {
        int found = 0;
        int all = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            Map<String, JsonNode> answers = byId(entry.line().path("answers"));
            for (JsonNode question : parts(entry, "questions").toList()) {
                if (!question.path("answer").isNull()) {
                    List<String> wanted = Json.texts(question.path("evidence")).toList();
                    List<String> given = Json.texts(
                                    answers.getOrDefault(question.path("id").asText(), question)
                                            .path("evidence"))
                            .toList();
                    all++;
                    found += answers.containsKey(question.path("id").asText())
                                    && wanted.stream().anyMatch(given::contains)
                            ? 1
                            : 0;
                }
            }
        }
        return Figure.share(
                "question-evidence", "Questions for which a resource that holds the answer was found", found, all);
    }

    private static List<Figure> verdicts(Scored scored) {
        int right = 0;
        int passedFalse = 0;
        int supported = 0;
        int others = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            Map<String, JsonNode> verdicts = byId(entry.line().path("statements"));
            for (JsonNode statement : parts(entry, "statements").toList()) {
                boolean isTrue = statement.path("label").asText().equals(SUPPORTED);
                boolean isPassed = verdicts.containsKey(statement.path("id").asText())
                        && verdicts.get(statement.path("id").asText())
                                .path("verdict")
                                .asText()
                                .equals(SUPPORTED);
                supported += isTrue ? 1 : 0;
                others += isTrue ? 0 : 1;
                right += isTrue && isPassed ? 1 : 0;
                passedFalse += !isTrue && isPassed ? 1 : 0;
            }
        }
        return List.of(
                Figure.share(
                                "false-passed",
                                "Statements that the chart does not bear out and that were passed",
                                passedFalse,
                                others)
                        .wanted(Target.atMost(0)),
                Figure.share(
                        "true-passed", "Statements that the chart bears out and that were passed", right, supported));
    }

    private static Figure conflicts(Scored scored) {
        int found = 0;
        int all = 0;
        for (Scored.Entry entry : scored.run().toList()) {
            List<List<String>> given = StreamSupport.stream(
                            entry.line().path("conflicts").spliterator(), false)
                    .map(conflict -> Json.texts(conflict.path("evidence")).toList())
                    .toList();
            for (JsonNode conflict : entry.gold().field("conflicts")) {
                List<String> one =
                        Json.texts(conflict.path("a").path("evidence")).toList();
                List<String> other =
                        Json.texts(conflict.path("b").path("evidence")).toList();
                all++;
                found += given.stream()
                                .anyMatch(evidence -> one.stream().anyMatch(evidence::contains)
                                        && other.stream().anyMatch(evidence::contains))
                        ? 1
                        : 0;
            }
        }
        return Figure.share(
                "conflicts-found", "Planted conflicts that were found with evidence of both sides", found, all);
    }

    private static Table byLabel(Scored scored) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Scored.Entry entry : scored.run().toList()) {
            Map<String, JsonNode> verdicts = byId(entry.line().path("statements"));
            for (JsonNode statement : parts(entry, "statements").toList()) {
                JsonNode verdict = verdicts.get(statement.path("id").asText());
                String given =
                        verdict == null ? "none" : verdict.path("verdict").asText();
                counts.computeIfAbsent(statement.path("label").asText(), first -> new TreeMap<>())
                        .merge(given, 1, Integer::sum);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        counts.forEach((label, given) ->
                given.forEach((verdict, count) -> rows.add(List.of(label, verdict, count.toString()))));
        return new Table("Statements by what is right and what was said", List.of("Right", "Said", "Statements"), rows);
    }

    private static Stream<JsonNode> parts(Scored.Entry entry, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> StreamSupport.stream(entry.gold().field(field).spliterator(), false));
    }

    private static Map<String, JsonNode> byId(JsonNode array) {
        Map<String, JsonNode> byId = new TreeMap<>();
        array.forEach(part -> byId.put(part.path("id").asText(), part));
        return byId;
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
