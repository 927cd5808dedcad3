package org.anamnesis.focus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.ResourceId;

/** Measures the focus on the question sets beside the project: {@code MeasureFocus OUT [set...]}. */
public final class MeasureFocus {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MeasureFocus() {}

    public static void main(String[] args) throws IOException {
        Path out = Files.createDirectories(Path.of(args[0]));
        Set<String> sets = Set.copyOf(Arrays.asList(args).subList(1, args.length));
        if (sets.isEmpty() || sets.contains("gold-charts")) {
            goldCharts(out);
        }
        if (sets.isEmpty() || sets.contains("fhir-agentbench") || sets.contains("fhirpath-qa")) {
            Map<String, Focus> focuses = new TreeMap<>();
            Map<String, Chart> charts = SharedCharts.mimic();
            long start = System.nanoTime();
            charts.forEach((id, chart) -> focuses.put(id, new Focus(chart)));
            System.out.printf("index of %d charts: %d ms%n", charts.size(), (System.nanoTime() - start) / 1_000_000);
            fhirAgentBench(out, charts, focuses);
            fhirPathQa(out, charts, focuses);
        }
    }

    private static void fhirAgentBench(Path out, Map<String, Chart> charts, Map<String, Focus> focuses)
            throws IOException {
        Table table = new Table();
        try (PrintWriter misses = new PrintWriter(Files.newBufferedWriter(out.resolve("agentbench-misses.txt")))) {
            for (JsonNode row : rows("fhir-agentbench/dev.jsonl")) {
                String status = row.get("gold_status").asText();
                Chart chart = charts.get(row.get("patient_fhir_id").asText());
                if (status.startsWith("needs") || chart == null) {
                    continue;
                }
                String text = row.get("question").asText() + " "
                        + row.get("assumption").asText();
                Choice choice =
                        focuses.get(row.get("patient_fhir_id").asText()).choose(new Question(text, chart.asOf()));
                Set<String> context = resources(chart, choice);
                String template = row.get("template").asText();
                if (status.equals("empty-gold")) {
                    boolean right = choice instanceof Choice.NothingFound;
                    table.add("EMPTY " + template, right ? 1 : 0, 0, context.size());
                    table.add("ALL EMPTY", right ? 1 : 0, 0, context.size());
                    if (!right) {
                        misses.println(
                                "EMPTY " + context.size() + " " + text + " " + choice.searched() + " " + some(choice));
                    }
                    continue;
                }
                Set<String> gold = StreamSupport.stream(row.get("gold").spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                long hit = gold.stream().filter(context::contains).count();
                double recall = (double) hit / gold.size();
                double precision = context.isEmpty() ? 0 : (double) hit / context.size();
                table.add(template, recall, precision, context.size());
                table.add("ALL COMPLETE", recall, precision, context.size());
                if (recall < 1 || precision < 0.2) {
                    misses.printf(
                            Locale.ROOT,
                            "r %.2f p %.2f n %d g %d %s | %s | %s%n",
                            recall,
                            precision,
                            context.size(),
                            gold.size(),
                            text,
                            choice.searched(),
                            some(choice));
                    picks(misses, chart, choice);
                    gold.stream()
                            .filter(id -> !context.contains(id))
                            .limit(4)
                            .forEach(id -> misses.println("     - " + id));
                }
            }
        }
        table.print("fhir-agentbench");
    }

    private static void fhirPathQa(Path out, Map<String, Chart> charts, Map<String, Focus> focuses) throws IOException {
        Table table = new Table();
        try (PrintWriter misses = new PrintWriter(Files.newBufferedWriter(out.resolve("fhirpath-misses.txt")))) {
            for (JsonNode row : rows("fhirpath-qa/dev.jsonl")) {
                Chart chart = charts.get(row.get("patient_id_hash").asText());
                if (row.get("needs_lab_or_chart").asBoolean() || chart == null) {
                    continue;
                }
                ClinicalTime now = new ClinicalTime(
                        LocalDateTime.parse(row.get("now").asText()), Optional.empty(), ClinicalTime.Precision.MINUTE);
                Choice choice = focuses.get(row.get("patient_id_hash").asText())
                        .choose(new Question(row.get("question").asText(), now));
                List<String> gold = new ArrayList<>();
                leaves(JSON.readTree(row.get("answer").asText()), gold);
                boolean right = gold.stream().allMatch(leaf -> holds(choice.values(), leaf));
                table.add(
                        row.get("question_template_id").asText(),
                        right ? 1 : 0,
                        0,
                        choice.values().size());
                table.add("ALL", right ? 1 : 0, 0, choice.values().size());
                if (!right) {
                    misses.println(row.get("question_template_id").asText() + " | "
                            + row.get("question").asText() + " | now "
                            + now.iso() + " | gold " + gold + " | " + choice.searched() + " | "
                            + choice.values().stream().limit(40).toList());
                    misses.println("        " + row.get("query").asText());
                }
            }
        }
        table.print("fhirpath-qa: gold answer among the values (size = values)");
    }

    private static void goldCharts(Path out) throws IOException {
        Table table = new Table();
        try (PrintWriter misses = new PrintWriter(Files.newBufferedWriter(out.resolve("gold-misses.txt")))) {
            for (Map.Entry<String, Chart> entry : SharedCharts.gold().entrySet()) {
                Chart chart = entry.getValue();
                Focus focus = new Focus(chart);
                for (JsonNode row : rows("gold-charts/" + entry.getKey() + "/questions.jsonl")) {
                    Choice choice =
                            focus.choose(new Question(row.get("question").asText(), chart.asOf()));
                    Set<String> context = resources(chart, choice);
                    List<String> gold = StreamSupport.stream(row.get("evidence").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList();
                    int size = choice instanceof Choice.Chosen chosen
                            ? chosen.ids().size()
                            : 0;
                    if (gold.isEmpty()) {
                        table.add("null answers: nothing found", size == 0 ? 1 : 0, 0, size);
                        misses.println(
                                "NULL " + size + " " + row.get("question").asText() + " " + choice.searched());
                    } else {
                        double recall =
                                (double) gold.stream().filter(context::contains).count() / gold.size();
                        table.add("evidence", recall, 0, size);
                        table.add("any evidence", recall > 0 ? 1 : 0, 0, size);
                        misses.printf(
                                Locale.ROOT,
                                "r %.2f n %d %s | missing %s%n",
                                recall,
                                size,
                                row.get("question").asText(),
                                gold.stream()
                                        .filter(id -> !context.contains(id))
                                        .toList());
                    }
                    if (choice instanceof Choice.Chosen chosen) {
                        chosen.ids().stream()
                                .limit(14)
                                .forEach(id -> misses.println("        " + id + " "
                                        + chart.fact(id)
                                                .map(fact -> fact.concept().text() + " | "
                                                        + fact.value()
                                                                .map(v -> v.text())
                                                                .orElse(""))
                                                .orElse("?")));
                    }
                }
            }
        }
        table.print("gold-charts (size = chosen facts and sentences)");
    }

    private static void picks(PrintWriter misses, Chart chart, Choice choice) {
        if (choice instanceof Choice.Chosen chosen) {
            chosen.ids().stream()
                    .limit(4)
                    .forEach(id -> misses.println("     + " + id + " "
                            + chart.fact(id)
                                    .map(fact -> fact.concept().text() + " | "
                                            + fact.time().map(ClinicalTime::iso) + " "
                                            + fact.source().reference())
                                    .orElse("?")));
        }
    }

    private static String some(Choice choice) {
        return choice instanceof Choice.Chosen chosen
                ? chosen.ids().stream().limit(8).map(CitationId::toString).collect(Collectors.joining(" "))
                : "NOTHING";
    }

    private static Set<String> resources(Chart chart, Choice choice) {
        return switch (choice) {
            case Choice.NothingFound nothing -> Set.of();
            case Choice.Chosen chosen ->
                chosen.ids().stream()
                        .map(CitationId::whole)
                        .distinct()
                        .flatMap(id -> chart.fact(id).orElseThrow().resources())
                        .map(ResourceId::reference)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        };
    }

    private static void leaves(JsonNode node, List<String> into) {
        if (node.isContainerNode()) {
            node.forEach(child -> leaves(child, into));
        } else {
            into.add(node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.asText());
        }
    }

    private static boolean holds(List<String> values, String leaf) {
        return values.stream().anyMatch(value -> value.equalsIgnoreCase(leaf));
    }

    private static List<JsonNode> rows(String file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedCharts.SHARED.resolve(file))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    /** Means of two figures and a size, by group. */
    private static final class Table {
        private final Map<String, double[]> groups = new TreeMap<>();

        void add(String group, double first, double second, int size) {
            double[] sums = groups.computeIfAbsent(group, none -> new double[4]);
            sums[0]++;
            sums[1] += first;
            sums[2] += second;
            sums[3] += size;
        }

        void print(String title) {
            System.out.println("== " + title);
            groups.forEach((group, sums) -> System.out.printf(
                    Locale.ROOT,
                    "%5.0f  %.3f  %.3f  %7.1f  %s%n",
                    sums[0],
                    sums[1] / sums[0],
                    sums[2] / sums[0],
                    sums[3] / sums[0],
                    group));
        }
    }
}
