package org.anamnesis.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.anamnesis.corpus.CsvLines;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** How many rows are exact, table by table. */
final class ScoreVectorsFigures {

    private ScoreVectorsFigures() {}

    static SetResult of(SetResult.Name name, Scored scored) {
        List<Scored.Entry> all = scored.run().toList();
        List<Figure> figures = new ArrayList<>();
        for (String file :
                new TreeSet<>(all.stream().map(ScoreVectorsFigures::file).toList())) {
            List<Scored.Entry> rows =
                    all.stream().filter(entry -> file(entry).equals(file)).toList();
            figures.add(Figure.share(
                            "exact-" + file.replaceFirst("[.]csv.*", ""),
                            "Rows of " + file + " of which every column is exact",
                            (int) rows.stream()
                                    .filter(ScoreVectorsFigures::isExact)
                                    .count(),
                            rows.size())
                    .wanted(Target.atLeast(1)));
        }
        figures.add(Figure.share(
                        "same-in-every-shape",
                        "Rows that come to the same in every shape",
                        (int) all.stream()
                                .filter(entry -> isSameInEveryShape(entry))
                                .count(),
                        all.size())
                .wanted(Target.atLeast(1)));
        int combinations = all.stream()
                .mapToInt(entry -> entry.measures().path("combinations").asInt())
                .sum();
        figures.add(Figure.share(
                        "made-up",
                        "Combinations of missing inputs for which a score was given",
                        all.stream()
                                .mapToInt(
                                        entry -> entry.measures().path("madeUp").asInt())
                                .sum(),
                        combinations)
                .wanted(Target.atMost(0)));
        return new SetResult(
                name,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(),
                List.of(),
                List.of(
                        "The vectors hold NEWS2, qSOFA and CKD-EPI 2021; the other scores are tested in the product's own suite."));
    }

    private static String file(Scored.Entry entry) {
        return entry.line().path(CsvLines.FILE).asText();
    }

    private static boolean isSameInEveryShape(Scored.Entry entry) {
        return StreamSupport.stream(entry.measures().path("shapes").spliterator(), false)
                        .distinct()
                        .count()
                == 1;
    }

    /** Numbers by value, words as they are. */
    private static boolean isExact(Scored.Entry entry) {
        return entry.line()
                .propertyStream()
                .filter(column -> !column.getKey().equals(CsvLines.FILE)
                        && !column.getKey().equals(CsvLines.ROW))
                .allMatch(column -> entry.gold()
                        .text(column.getKey())
                        .filter(right -> column.getValue().isNumber()
                                ? new java.math.BigDecimal(right)
                                                .compareTo(column.getValue().decimalValue())
                                        == 0
                                : right.equals(column.getValue().asText()))
                        .isPresent());
    }
}
