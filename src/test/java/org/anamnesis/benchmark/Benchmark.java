package org.anamnesis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** What {@code deploy/benchmark} runs: measures, and writes the page and the plot. */
public final class Benchmark {

    private Benchmark() {}

    /** Arguments: the sandbox's directory, a directory for what is made on the way, the directory of the page. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        Path sandbox = Path.of(arguments[0]);
        Path scratch = Files.createDirectories(Path.of(arguments[1]));
        Path docs = Path.of(arguments[2]);
        List<PartCost> parts = PartCost.measure();
        List<SizeCost> sizes = SizeCost.measure();
        List<OwnShare> shares = OwnShare.measure(new SandboxCharts(sandbox.resolve("charts")));
        Side.Measured measured;
        try (SandboxEhr ehr = new SandboxEhr(sandbox, scratch)) {
            measured = Side.bySide(ehr);
        }
        Files.writeString(
                docs.resolve("performance.md"), PerformancePage.of(measured, sizes, parts, shares, Machine.now()));
        SizePlot.write(sizes, docs.resolve("performance.svg"));
        System.out.println("written: performance.md and performance.svg in " + docs.getFileName());
    }
}
