package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.anamnesis.corpus.Row;
import org.anamnesis.measure.Distribution;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.SetResult.Table;
import org.anamnesis.measure.Target;

/** Figures of FHIRPath-QA: queries that come to the answer, and answers that are among the values a context offers. */
final class FhirpathQaFigures {

    private static final int TOKENS = 2_000;
    private static final int SHOWN_IDS = 60;
    private static final double OFFERED = 0.85;

    private final ChartDesk charts;
    private final Examination examination;

    FhirpathQaFigures(Corpus corpus) {
        this.charts = new ChartDesk(corpus);
        this.examination = new Examination(corpus);
    }

    SetResult of(SetResult.Name set, Scored scored) throws IOException {
        List<Scored.Entry> runnable = scored.run()
                .filter(entry -> !entry.gold().isTrue("needs_lab_or_chart"))
                .filter(entry -> !entry.line().path("query_result").isNull())
                .toList();
        List<Scored.Entry> equal =
                runnable.stream().filter(FhirpathQaFigures::isEqual).toList();
        Map<Difference, List<Scored.Entry>> different = examined(runnable);
        int unexplained =
                different.getOrDefault(Difference.UNEXPLAINED, List.of()).size();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.share(
                        "query-exact",
                        "Queries that come to the answer, of those that can be run and whose answer can be right for"
                                + " these data",
                        equal.size(),
                        equal.size() + unexplained)
                .wanted(Target.atLeast(1)));
        figures.add(Figure.share(
                "query-exact-all",
                "The same, of all that can be run, the answers that cannot be right among them",
                equal.size(),
                runnable.size()));
        figures.add(presence("answer-offered", "Questions whose answer is among the values offered", runnable)
                .wanted(Target.atLeast(OFFERED)));
        figures.add(presence(
                "answer-offered-of-exact", "The same, of the questions whose query comes to the answer", equal));
        figures.addAll(Common.tokens(scored, TOKENS));
        figures.addAll(Common.milliseconds(scored));
        figures.addAll(notCounted(scored));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(differences(different)),
                List.of(
                        new Plot.Groups(
                                "Answer among the offered values, by kind of question, the worst first",
                                byTemplate(runnable),
                                "share of the questions"),
                        Common.tokensPlot(scored, TOKENS)),
                List.of(
                        "The queries and answers were made by program on another edition of the same hospital's data."
                                + " Systems that were renamed are renamed in the query; what else differs is listed with"
                                + " its reason.",
                        "An answer counts as offered when each of its values is among the values that code computed"
                                + " from the chosen context. No model is asked.",
                        "MIMIC's laboratory results and charted events are missing from the data: questions marked as"
                                + " needing them are counted apart."));
    }

    private static Figure presence(String name, String words, List<Scored.Entry> questions) {
        int offered =
                (int) questions.stream().filter(FhirpathQaFigures::isOffered).count();
        return Figure.share(name, words, offered, questions.size());
    }

    private static List<Figure> notCounted(Scored scored) {
        int items = scored.entries().size();
        int missing = (int) scored.run()
                .filter(entry -> entry.gold().isTrue("needs_lab_or_chart"))
                .count();
        int malformed = (int) scored.run()
                .filter(entry -> entry.line().path("query_result").isNull())
                .filter(entry -> !entry.gold().isTrue("needs_lab_or_chart"))
                .count();
        return List.of(
                Figure.number(
                        "not-counted-lab-or-chart",
                        "Questions marked as needing the laboratory or charted-events files: not counted above",
                        missing,
                        Unit.COUNT,
                        items),
                Figure.number(
                        "not-counted-malformed",
                        "Questions whose query is no FHIRPath or fails: not counted above",
                        malformed,
                        Unit.COUNT,
                        items),
                Figure.number(
                        "not-counted-error",
                        "Questions on charts that are not in the data, and broken lines: not counted above",
                        scored.errors(),
                        Unit.COUNT,
                        items));
    }

    private Map<Difference, List<Scored.Entry>> examined(List<Scored.Entry> runnable) throws IOException {
        Map<Difference, List<Scored.Entry>> reasons = new EnumMap<>(Difference.class);
        List<Scored.Entry> different = runnable.stream()
                .filter(entry -> !isEqual(entry))
                .sorted(Comparator.comparing(entry -> entry.task().chart().toString()))
                .toList();
        for (Scored.Entry entry : different) {
            String query = MimicEditions.current(
                    ((Row.Whole) entry.task().row()).item().required("query"));
            OpenChart open = charts.open(entry.task().chart());
            Difference reason = examination.of(open, query, entry.line().path("query_result"), answer(entry));
            reasons.computeIfAbsent(reason, first -> new ArrayList<>()).add(entry);
        }
        charts.close();
        return reasons;
    }

    private static Table differences(Map<Difference, List<Scored.Entry>> different) {
        List<List<String>> rows = different.entrySet().stream()
                .map(reason -> List.of(
                        reason.getKey().words(),
                        String.valueOf(reason.getValue().size()),
                        reason.getValue().stream()
                                .map(entry -> entry.line().path("id").asText())
                                .map(id -> id.length() > 8 ? id.substring(0, 8) : id)
                                .sorted()
                                .limit(SHOWN_IDS)
                                .reduce((left, right) -> left + " " + right)
                                .orElse("")))
                .toList();
        return new Table(
                "Queries that come to something else than the answer",
                List.of("Why", "Questions", "Ids, shortened"),
                rows);
    }

    private static List<Plot.Group> byTemplate(List<Scored.Entry> runnable) {
        Map<String, List<Double>> offered = new TreeMap<>();
        runnable.forEach(entry -> offered.computeIfAbsent(
                        entry.gold().text("question_template_id").orElse("no template"), first -> new ArrayList<>())
                .add(isOffered(entry) ? 1.0 : 0.0));
        return offered.entrySet().stream()
                .map(group -> new Plot.Group(
                        group.getKey(),
                        Distribution.of(group.getValue()).mean(),
                        group.getValue().size()))
                .sorted(Comparator.comparingDouble(Plot.Group::share))
                .toList();
    }

    private static boolean isEqual(Scored.Entry entry) {
        return PathValues.areSame(answer(entry), entry.line().path("query_result"));
    }

    private static boolean isOffered(Scored.Entry entry) {
        Stream<String> values = Json.texts(entry.line().path("values"));
        return AnswerPresence.isIn(answer(entry), values.toList());
    }

    /** The answer, which the set's files write as JSON inside a text. */
    private static JsonNode answer(Scored.Entry entry) {
        JsonNode answer = entry.gold().field("answer");
        return answer.isTextual() ? Json.any(answer.asText()) : answer;
    }
}
