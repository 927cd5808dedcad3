package org.anamnesis.evaluation;

import java.util.List;
import java.util.Optional;
import org.anamnesis.measure.Distribution;
import org.anamnesis.measure.Figure;
import org.anamnesis.measure.Figure.Unit;
import org.anamnesis.measure.Plot;
import org.anamnesis.measure.Target;

/** Figures that several sets have. */
final class Common {

    private Common() {}

    /** The length of what would go to a model. */
    static List<Figure> tokens(Scored scored, int most) {
        Distribution tokens = Distribution.of(numbers(scored, "tokens"));
        return List.of(
                Figure.number(
                        "tokens-median", "Tokens of a digest, median", tokens.median(), Unit.TOKENS, tokens.size()),
                Figure.number(
                                "tokens-p95",
                                "Tokens of a digest, 95th percentile",
                                tokens.p95(),
                                Unit.TOKENS,
                                tokens.size())
                        .wanted(Target.atMost(most)));
    }

    static Plot tokensPlot(Scored scored, int most) {
        return new Plot.Histogram(
                "Length of the digests", numbers(scored, "tokens"), "tokens", Optional.of((double) most));
    }

    static List<Figure> milliseconds(Scored scored) {
        Distribution milliseconds = Distribution.of(numbers(scored, "ms"));
        return List.of(
                Figure.number(
                        "ms-median",
                        "Time for an item, median",
                        milliseconds.median(),
                        Unit.MILLISECONDS,
                        milliseconds.size()),
                Figure.number(
                        "ms-p95",
                        "Time for an item, 95th percentile",
                        milliseconds.p95(),
                        Unit.MILLISECONDS,
                        milliseconds.size()));
    }

    static List<Double> numbers(Scored scored, String field) {
        return scored.run()
                .filter(entry -> entry.line().path(field).isNumber())
                .map(entry -> entry.line().path(field).asDouble())
                .toList();
    }
}
