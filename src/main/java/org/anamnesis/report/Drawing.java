package org.anamnesis.report;

import org.anamnesis.measure.Plot;

/** Draws plots. */
final class Drawing {

    private Drawing() {}

    static String of(Plot plot) {
        return switch (plot) {
            case Plot.Histogram histogram -> HistogramDrawing.of(histogram);
            case Plot.Curve curve -> CurveDrawing.of(curve);
            case Plot.Lines lines -> LinesDrawing.of(lines);
            case Plot.Groups groups -> GroupsDrawing.of(groups);
        };
    }
}
