package org.anamnesis.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.anamnesis.measure.Plot;

/** Draws a share against a quantity. */
final class CurveDrawing {

    private static final Scale SHARE = new Scale(1, 0.25);

    private CurveDrawing() {}

    static String of(Plot.Curve plot) {
        double last = plot.points().stream().mapToDouble(Plot.Point::x).max().orElse(1);
        Frame frame = new Frame(Scale.upTo(last), SHARE, false);
        Svg svg = new Svg(Frame.WIDTH, Frame.HEIGHT, plot.title());
        frame.draw(svg, plot.xAxis(), plot.yAxis(), mark -> Words.whole(mark * 100) + " %");
        plot.wanted().ifPresent(wanted -> frame.boundUp(svg, wanted, "wanted: " + Words.whole(wanted * 100) + " %"));
        svg.path(
                "curve",
                plot.points().stream()
                        .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", frame.x(point.x()), frame.y(point.y())))
                        .collect(Collectors.joining(" ")));
        return svg.toString();
    }
}
