package org.anamnesis.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.chart.FactKind;
import org.anamnesis.measure.Distribution;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.SetResult.Table;
import org.anamnesis.measure.Target;

/** Figures of whole charts: completeness of digest and summary, isolation of patients, length, time and memory. */
final class ChartSummariesFigures {

    private static final int TOKENS = 6_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final int LARGEST = 5;

    private ChartSummariesFigures() {}

    static SetResult of(SetResult.Name set, Scored scored) {
        List<Figure> figures = new ArrayList<>();
        figures.add(present(scored, FactKind.PROBLEM, "Active problems that stand in the digest"));
        figures.add(present(scored, FactKind.ALLERGY, "Current allergies that stand in the digest"));
        figures.add(present(scored, FactKind.MEDICATION, "Current medications that stand in the digest"));
        figures.addAll(statements(scored));
        int charts = (int) scored.run().count();
        int foreign = scored.run()
                .mapToInt(entry -> entry.line().path("foreign_ids").size())
                .sum();
        figures.add(Figure.number(
                        "foreign-ids", "Ids of other patients in a digest or a summary", foreign, Unit.COUNT, charts)
                .wanted(Target.atMost(0)));
        figures.addAll(Common.tokens(scored, TOKENS));
        figures.addAll(Common.milliseconds(scored));
        Distribution heap = Distribution.of(Common.numbers(scored, "peak_heap_mb"));
        figures.add(Figure.number(
                        "heap-max",
                        "Most memory in use for a chart, the largest of all",
                        heap.max(),
                        Unit.MEGABYTES,
                        charts)
                .wanted(Target.atMost(HEAP_MEGABYTES)));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(largest(scored)),
                List.of(
                        Common.tokensPlot(scored, TOKENS),
                        new Plot.Histogram(
                                "Time for a chart, from the file to the checked summary",
                                Common.numbers(scored, "ms"),
                                "milliseconds",
                                Optional.empty())),
                List.of(
                        "Nothing is known to be right here: completeness is counted against the chart's own lists, and"
                                + " the verdicts are the product's own check.",
                        "MIMIC's laboratory results and charted events are missing; Synthea's notes are template text.",
                        "The memory is all that was in use, garbage not yet collected included: an upper bound."));
    }

    private static Figure present(Scored scored, FactKind kind, String words) {
        int current = sum(scored, kind.word() + "_current");
        int present = sum(scored, kind.word() + "_in_digest");
        return Figure.share("in-digest-" + kind.word(), words, present, current).wanted(Target.atLeast(1));
    }

    private static int sum(Scored scored, String measure) {
        return scored.run()
                .mapToInt(entry -> entry.measures().path(measure).asInt())
                .sum();
    }

    private static List<Figure> statements(Scored scored) {
        List<String> verdicts = scored.run()
                .flatMap(entry -> entry.line().path("statements").findValuesAsText("verdict").stream())
                .toList();
        int supported = (int) verdicts.stream().filter("supported"::equals).count();
        int omitted = scored.run()
                .mapToInt(entry -> entry.line().path("omissions").size())
                .sum();
        return List.of(
                Figure.share(
                        "statements-supported",
                        "Statements of the summaries that the chart bears out; the others are withheld",
                        supported,
                        verdicts.size()),
                Figure.number(
                                "omissions",
                                "Active problems, allergies and current medications that no shown statement cites",
                                omitted,
                                Unit.COUNT,
                                (int) scored.run().count())
                        .wanted(Target.atMost(0)));
    }

    private static Table largest(Scored scored) {
        return new Table(
                "The largest charts",
                List.of("Resources", "Tokens of the digest", "Seconds", "Memory (MB)"),
                scored.run()
                        .sorted((left, right) -> Integer.compare(
                                right.line().path("resources").asInt(),
                                left.line().path("resources").asInt()))
                        .limit(LARGEST)
                        .map(entry -> List.of(
                                entry.line().path("resources").asText(),
                                entry.line().path("tokens").asText(),
                                String.valueOf(
                                        Rounded.toTenth(entry.line().path("ms").asDouble() / 1000)),
                                entry.line().path("peak_heap_mb").asText()))
                        .toList());
    }
}
