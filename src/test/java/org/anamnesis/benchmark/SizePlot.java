package org.anamnesis.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The cost of a chart against its size, as a picture. */
final class SizePlot {

    private SizePlot() {}

    static void write(List<SizeCost> sizes, Path svg) throws IOException {
        XYChart plot = new XYChartBuilder()
                .width(760)
                .height(420)
                .title("Cost of a chart by its size")
                .xAxisTitle("resources")
                .yAxisTitle("milliseconds of processor time")
                .build();
        plot.getStyler().setLegendPosition(LegendPosition.InsideNW);
        plot.getStyler().setXAxisDecimalPattern("#,###");
        plot.getStyler().setYAxisDecimalPattern("#,###");
        add(plot, "parsing JSON", sizes, SizeCost::parsingMillis);
        add(plot, "reading facts", sizes, SizeCost::readingMillis);
        add(plot, "digesting", sizes, SizeCost::digestingMillis);
        VectorGraphicsEncoder.saveVectorGraphic(plot, svg.toString(), VectorGraphicsFormat.SVG);
    }

    private static void add(XYChart plot, String name, List<SizeCost> sizes, ToDoubleFunction<SizeCost> millis) {
        plot.addSeries(
                name,
                sizes.stream().mapToDouble(SizeCost::resources).toArray(),
                sizes.stream().mapToDouble(millis).toArray());
    }
}
