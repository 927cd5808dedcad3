package org.anamnesis.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anamnesis.measure.Plot;

/** Draws several quantities against another; each line has its name at its end, so that no colour has to be told apart. */
final class LinesDrawing {

    /** Below this distance two names would lie on each other. */
    private static final double BETWEEN_NAMES = 15;

    private LinesDrawing() {}

    static String of(Plot.Lines plot) {
        List<Plot.Point> all =
                plot.series().stream().flatMap(line -> line.points().stream()).toList();
        Frame frame = new Frame(
                Scale.upTo(all.stream().mapToDouble(Plot.Point::x).max().orElse(1)),
                Scale.upTo(all.stream().mapToDouble(Plot.Point::y).max().orElse(1)),
                false);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, plot.title());
        frame.draw(svg, plot.xAxis(), plot.yAxis(), Words::whole);
        double lowest = Double.MAX_VALUE;
        for (Plot.Series line : highestFirst(plot.series())) {
            svg.path(
                    "curve",
                    line.points().stream()
                            .map(point ->
                                    String.format(Locale.ROOT, "%.1f,%.1f", frame.x(point.x()), frame.y(point.y())))
                            .collect(Collectors.joining(" ")));
            Plot.Point end = line.points().getLast();
            double at = frame.y(end.y()) - 5;
            at = lowest == Double.MAX_VALUE ? at : Math.max(at, lowest + BETWEEN_NAMES);
            svg.text("label", frame.x(end.x()) - 4, at, "end", line.name());
            lowest = at;
        }
        return svg.toString();
    }

    private static List<Plot.Series> highestFirst(List<Plot.Series> series) {
        return series.stream()
                .filter(line -> !line.points().isEmpty())
                .sorted((one, other) -> Double.compare(
                        other.points().getLast().y(), one.points().getLast().y()))
                .toList();
    }
}
