package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.SetResult;
import org.anamnesis.measure.Target;

/** Figures of the exact values: rows that are exact in every column, by score and by shape, and inputs left out. */
final class ScoreVectorsFigures {

    private ScoreVectorsFigures() {}

    static SetResult of(SetResult.Name set, Scored scored) {
        List<Figure> figures = new ArrayList<>();
        List<Plot.Group> groups = new ArrayList<>();
        for (VectorKind kind : VectorKind.values()) {
            List<Scored.Entry> rows = scored.run()
                    .filter(entry -> entry.measures().path("kind").asText().equals(kind.name()))
                    .filter(entry -> hasGold(kind, entry))
                    .toList();
            if (!rows.isEmpty()) {
                figures.add(exact(kind, rows));
                for (VectorShape shape : VectorShape.values()) {
                    groups.add(new Plot.Group(
                            kind + " as " + shape.word(), (double) exact(kind, rows, shape) / rows.size(), rows.size()));
                }
            }
        }
        figures.add(lacking(scored));
        return new SetResult(
                set,
                scored.entries().size(),
                scored.errors(),
                figures,
                List.of(),
                List.of(new Plot.Groups("Rows that are exact, by score and shape", groups, "share of the rows")),
                List.of("The rows come from the published formulae, not from patients: they show that the arithmetic and"
                        + " the units are right, not that a score is useful."));
    }

    /** Rows that are exact in every column and every shape. */
    private static Figure exact(VectorKind kind, List<Scored.Entry> rows) {
        int exact = (int) rows.stream()
                .filter(entry -> List.of(VectorShape.values()).stream().allMatch(shape -> isExact(kind, entry, shape)))
                .count();
        return Figure.share(
                        "exact-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "Rows of " + kind + " that are exact in every column and every shape",
                        exact,
                        rows.size())
                .wanted(Target.atLeast(1));
    }

    private static int exact(VectorKind kind, List<Scored.Entry> rows, VectorShape shape) {
        return (int) rows.stream().filter(entry -> isExact(kind, entry, shape)).count();
    }

    private static boolean hasGold(VectorKind kind, Scored.Entry entry) {
        return kind.columns().stream().anyMatch(column -> entry.gold().text(column).isPresent());
    }

    private static boolean isExact(VectorKind kind, Scored.Entry entry, VectorShape shape) {
        JsonNode columns = entry.measures().path("shapes").path(shape.word());
        return kind.columns().stream()
                .allMatch(column -> entry.gold()
                        .text(column)
                        .map(right -> isSame(right, columns.path(column)))
                        .orElse(true));
    }

    private static boolean isSame(String right, JsonNode given) {
        return given.isNumber()
                ? number(right).filter(value -> value.compareTo(given.decimalValue()) == 0).isPresent()
                : given.isTextual() && given.asText().equals(right);
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Figure lacking(Scored scored) {
        int tried = scored.run()
                .mapToInt(entry -> entry.measures().path("lacking").asInt())
                .sum();
        int refused = scored.run()
                .mapToInt(entry -> entry.measures().path("not_computable").asInt())
                .sum();
        return Figure.share(
                        "missing-not-computable",
                        "Combinations of missing inputs of which no score was made",
                        refused,
                        tried)
                .wanted(Target.atLeast(1));
    }
}
