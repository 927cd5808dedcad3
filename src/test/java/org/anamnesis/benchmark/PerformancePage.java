package org.anamnesis.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.benchmark.Side.Run;
import org.anamnesis.chart.Coverage;

/** The page that says what was measured. */
final class PerformancePage {

    private PerformancePage() {}

    static String of(
            Side.Measured measured,
            List<SizeCost> sizes,
            List<PartCost> parts,
            List<OwnShare> shares,
            Machine machine) {
        List<String> lines = new ArrayList<>();
        lines.add("# Performance");
        lines.add("Written by `deploy/benchmark` on " + machine.day() + ": " + machine.words() + ". "
                + String.format(Locale.ROOT, "%.1f", machine.load())
                + " processes on average wanted a core at its end, this measurement's own among them.");
        lines.add("");
        lines.add("## One big patient, three ways");
        lines.add(
                "The sandbox's EHR (`deploy/sandbox/start --big`) and the reader on one machine, in one run, our reader first, on an "
                        + "EHR that has just started. Requests and bytes (packed) by the EHR's own record. Warm: the median of the later runs.");
        lines.add("");
        lines.add("| way | | resources | requests | MB sent | seconds | EHR's processor seconds |");
        lines.add("|---|---|---|---|---|---|---|");
        rows(measured.runs())
                .forEach(run -> lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | %,d | %d | %.2f | %.1f | %.1f |",
                        run.way(),
                        run.state(),
                        run.resources(),
                        run.requests(),
                        run.bytes() / 1e6,
                        run.seconds(),
                        run.ehrSeconds())));
        lines.add("");
        lines.add(
                "Our time ends with facts and digest, the others' with parsed resources. What our reader left out of this chart, as "
                        + "its coverage says:");
        lines.add("");
        measured.coverage().entries().stream()
                .filter(entry -> entry.outcome() instanceof Coverage.Outcome.CutOff)
                .forEach(entry -> lines.add("- " + entry.type() + " (" + entry.asked() + "): "
                        + entry.outcome().read() + " of "
                        + entry.outcome().total().orElse(0)));
        lines.add("");
        lines.add("## Cost by size");
        lines.add(
                "Made-up charts in memory, one thread, in milliseconds of processor time, the median of five runs. ![Cost of a chart by its size](performance.svg)");
        lines.add("");
        lines.add("| resources | facts | parsing JSON | reading facts | digesting |");
        lines.add("|---|---|---|---|---|");
        sizes.forEach(size -> lines.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.0f | %.0f | %.0f |",
                size.resources(),
                size.facts(),
                size.parsingMillis(),
                size.readingMillis(),
                size.digestingMillis())));
        lines.add("");
        lines.add("## Digest and check");
        lines.add(
                "Made-up charts in memory, one thread, as JMH measured them, in milliseconds on the wall, with the half of the "
                        + "interval that holds the average in 99.9 of 100 cases: the lines for a model (digest), the check of forty statements "
                        + "that cite (check), the search for what forty statements stand on (search).");
        lines.add("");
        lines.add("| part | facts | average | +/- |");
        lines.add("|---|---|---|---|");
        parts.forEach(part -> lines.add(String.format(
                Locale.ROOT, "| %s | %,d | %.2f | %.2f |", part.part(), part.facts(), part.millis(), part.error())));
        lines.add("");
        lines.add("## Own share of a summary");
        lines.add(
                "From the EHR's parsed resources to the document, in milliseconds on the wall, with a model on this machine that "
                        + "answers at once, in a process that has done so for a minute; charts in the words of the sandbox's patients.");
        lines.add("");
        lines.add("| resources | statements checked | median | 95th percentile |");
        lines.add("|---|---|---|---|");
        shares.forEach(share -> lines.add(String.format(
                Locale.ROOT,
                "| %,d | %d | %.0f | %.0f |",
                share.resources(),
                share.statements(),
                share.median(),
                share.p95())));
        return String.join("\n", lines) + "\n";
    }

    /** The first run of each way, and of the warm ones the median. */
    private static List<Run> rows(List<Run> runs) {
        Map<String, List<Run>> warm = new LinkedHashMap<>();
        List<Run> rows = new ArrayList<>();
        runs.stream()
                .filter(run -> run.state().equals("warm"))
                .forEach(run -> warm.computeIfAbsent(run.way(), way -> new ArrayList<>())
                        .add(run));
        for (Run first :
                runs.stream().filter(run -> run.state().equals("first")).toList()) {
            List<Run> later = new ArrayList<>(warm.getOrDefault(first.way(), List.of()));
            later.sort(Comparator.comparingDouble(Run::seconds));
            rows.add(first);
            rows.add(later.get(later.size() / 2));
        }
        return rows;
    }
}
