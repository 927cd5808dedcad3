package org.anamnesis.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.anamnesis.measure.Distribution;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** Figures of FHIR-AgentBench: how many of the wanted resources are in the contexts, and at which size. */
final class AgentBenchFigures {

    private static final String COMPLETE = "complete";
    private static final String NOTHING_WANTED = "empty-gold";
    private static final int MOST_RESOURCES = 60;
    private static final int CURVE_RESOURCES = 100;
    private static final int TOKENS = 2_000;

    private AgentBenchFigures() {}

    private record Question(String template, Retrieval retrieval) {}

    static SetResult of(SetResult.Name set, Scored scored) {
        List<Question> complete = scored.run()
                .filter(entry -> isStatus(entry, COMPLETE))
                .map(entry -> new Question(
                        entry.gold().text("template").orElse("no template"),
                        new Retrieval(Set.copyOf(entry.gold().texts("gold")), contextIds(entry))))
                .toList();
        List<Scored.Entry> nothing =
                scored.run().filter(entry -> isStatus(entry, NOTHING_WANTED)).toList();
        List<Figure> figures = new ArrayList<>(retrieval(complete));
        int none = (int) nothing.stream().filter(AgentBenchFigures::isNoneFound).count();
        figures.add(Figure.share(
                        "none-found-share",
                        "Questions without an answer for which nothing was found",
                        none,
                        nothing.size())
                .wanted(Target.atLeast(0.90)));
        int missed = (int) scored.run()
                .filter(entry -> isStatus(entry, COMPLETE))
                .filter(AgentBenchFigures::isNoneFound)
                .count();
        figures.add(Figure.share(
                "none-found-wrongly", "Questions with an answer for which nothing was found", missed, complete.size()));
        figures.addAll(Common.tokens(scored, TOKENS));
        figures.addAll(Common.milliseconds(scored));
        int elsewhere = (int) scored.entries().stream()
                .filter(entry -> !isStatus(entry, COMPLETE) && !isStatus(entry, NOTHING_WANTED))
                .count();
        figures.add(Figure.number(
                "not-counted",
                "Questions that need the laboratory or charted-events files, which the data lack: not counted above",
                elsewhere,
                Unit.COUNT,
                scored.entries().size()));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(),
                plots(complete, scored),
                List.of(
                        "The questions are templates filled by program over one hospital's charts of intensive care;"
                                + " the wanted resources are those that a database query used, which is not always all"
                                + " that a clinician would look at.",
                        "MIMIC's laboratory results and charted events are missing from the data: questions that need"
                                + " them are counted apart.",
                        "Only the choosing of the context is measured. No model is asked, so no answer is judged."));
    }

    private static List<Figure> retrieval(List<Question> questions) {
        List<Retrieval> all = questions.stream().map(Question::retrieval).toList();
        Distribution sizes = Distribution.of(all.stream().map(Retrieval::size).toList());
        int complete = (int) all.stream().filter(Retrieval::isComplete).count();
        return List.of(
                Figure.meanShare(
                                "recall-mean",
                                "Wanted resources that are in the context, mean of the questions",
                                all.stream().map(Retrieval::recall).toList())
                        .wanted(Target.atLeast(0.95)),
                Figure.meanShare(
                                "recall-within-60",
                                "Wanted resources among the first 60 of the context, mean of the questions",
                                all.stream()
                                        .map(one -> one.recallWithin(MOST_RESOURCES))
                                        .toList())
                        .wanted(Target.atLeast(0.95)),
                Figure.meanShare(
                                "precision-mean",
                                "Resources of the context that are wanted, mean of the questions",
                                all.stream().map(Retrieval::precision).toList())
                        .wanted(Target.atLeast(0.35)),
                Figure.share(
                        "complete-share",
                        "Questions whose wanted resources are all in the context",
                        complete,
                        all.size()),
                Figure.number("size-mean", "Resources in a context, mean", sizes.mean(), Unit.RESOURCES, all.size())
                        .wanted(Target.atMost(MOST_RESOURCES)),
                Figure.number(
                        "size-median", "Resources in a context, median", sizes.median(), Unit.RESOURCES, all.size()),
                Figure.number(
                        "size-p95",
                        "Resources in a context, 95th percentile",
                        sizes.p95(),
                        Unit.RESOURCES,
                        all.size()));
    }

    private static List<Plot> plots(List<Question> questions, Scored scored) {
        List<Plot> plots = new ArrayList<>();
        if (!questions.isEmpty()) {
            plots.add(new Plot.Curve(
                    "Recall against size: wanted resources among the first so many of each context",
                    IntStream.rangeClosed(1, CURVE_RESOURCES)
                            .mapToObj(size -> new Plot.Point(size, mean(questions, size)))
                            .toList(),
                    "resources",
                    "mean recall",
                    Optional.of(0.95)));
            plots.add(new Plot.Histogram(
                    "Size of the contexts",
                    questions.stream()
                            .map(one -> (double) one.retrieval().size())
                            .toList(),
                    "resources",
                    Optional.of((double) MOST_RESOURCES)));
            plots.add(new Plot.Groups(
                    "Recall by kind of question, the worst first", byTemplate(questions), "mean recall"));
        }
        plots.add(Common.tokensPlot(scored, TOKENS));
        return plots;
    }

    private static double mean(List<Question> questions, int size) {
        return questions.stream()
                .mapToDouble(one -> one.retrieval().recallWithin(size))
                .average()
                .orElseThrow();
    }

    private static List<Plot.Group> byTemplate(List<Question> questions) {
        Map<String, List<Double>> recalls = new TreeMap<>();
        questions.forEach(one -> recalls.computeIfAbsent(one.template(), first -> new ArrayList<>())
                .add(one.retrieval().recall()));
        return recalls.entrySet().stream()
                .map(group -> new Plot.Group(
                        group.getKey(),
                        Distribution.of(group.getValue()).mean(),
                        group.getValue().size()))
                .sorted(Comparator.comparingDouble(Plot.Group::share))
                .toList();
    }

    private static boolean isStatus(Scored.Entry entry, String status) {
        return entry.gold().text("gold_status").filter(status::equals).isPresent();
    }

    private static boolean isNoneFound(Scored.Entry entry) {
        return entry.line().path("none_found").asBoolean();
    }

    private static List<String> contextIds(Scored.Entry entry) {
        return Json.texts(entry.line().path("context_ids")).toList();
    }
}
