package org.anamnesis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.anamnesis.measure.Plot;
import org.anamnesis.report.PlotFile;

/** The cost of a chart against its size, as a picture. */
final class SizePlot {

    private SizePlot() {}

    static void write(List<SizeCost> sizes, Path svg) throws IOException {
        Files.writeString(
                svg,
                PlotFile.of(new Plot.Lines(
                        "Cost of a chart by its size",
                        List.of(
                                line("parsing JSON", sizes, SizeCost::parsingMillis),
                                line("reading facts", sizes, SizeCost::readingMillis),
                                line("digesting", sizes, SizeCost::digestingMillis)),
                        "resources",
                        "milliseconds of processor time")));
    }

    private static Plot.Series line(String name, List<SizeCost> sizes, ToDoubleFunction<SizeCost> millis) {
        return new Plot.Series(
                name,
                sizes.stream()
                        .map(size -> new Plot.Point(size.resources(), millis.applyAsDouble(size)))
                        .toList());
    }
}
