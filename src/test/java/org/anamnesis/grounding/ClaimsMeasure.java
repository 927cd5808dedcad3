package org.anamnesis.grounding;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.reading.SharedPatients;

/** Measures the check on the claims beside the project; run by hand. */
public final class ClaimsMeasure {

    private ClaimsMeasure() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of("../shared/data");
        SharedPatients patients = new SharedPatients(data.resolve("mimic-iv-fhir-demo"));
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        Map<String, Verification> open = new HashMap<>();
        Map<String, Chart> charts = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        int evidenceRight = 0;
        int evidenceAll = 0;
        long nanos = 0;
        int all = 0;
        for (String line : Files.readAllLines(data.resolve("grounding-" + args[0]).resolve("dev.jsonl"))) {
            JsonObject item = Json.createReader(new StringReader(line)).readObject();
            String patient = item.getString("patient");
            if (!patients.ids().contains(patient)) {
                continue;
            }
            if (!open.containsKey(patient)) {
                open.clear();
                charts.clear();
                charts.put(patient, patients.chart(patient));
                open.put(patient, new Verification(charts.get(patient)));
            }
            long begin = System.nanoTime();
            Verification.Verified verified = open.get(patient).check(item.getString("claim"));
            nanos += System.nanoTime() - begin;
            all++;
            String label = item.getString("label");
            boolean caught = !verified.verdict().code().equals("supported");
            String kind = label.equals("supported") ? "true" : item.isNull("error_type") ? label : item.getString("error_type");
            String group = kind + (item.containsKey("kind") ? "/" + item.getString("kind") : "");
            counts.computeIfAbsent(group, first -> new TreeMap<>()).merge(verified.verdict().code(), 1, Integer::sum);
            boolean right = label.equals("supported") != caught;
            Set<String> gold = item.getJsonArray("evidence").stream()
                    .map(value -> ((jakarta.json.JsonString) value).getString())
                    .collect(Collectors.toSet());
            Chart chart = charts.get(patient);
            Set<String> found = verified.evidence().stream()
                    .flatMap(id -> chart.fact(id).stream())
                    .flatMap(fact -> fact.resources())
                    .map(ResourceId::reference)
                    .collect(Collectors.toSet());
            if (right && !gold.isEmpty()) {
                evidenceAll++;
                evidenceRight += found.containsAll(gold) ? 1 : 0;
            }
            if (!right) {
                wrong.add(group + " | " + verified.verdict().code() + " | " + item.getString("claim") + " | "
                        + verified.verdict().reason() + " | "
                        + gold.stream().limit(2).toList());
            }
        }
        counts.forEach((group, byVerdict) -> System.out.println(group + " " + byVerdict));
        int trueFlagged = counts.entrySet().stream().filter(e -> e.getKey().startsWith("true")).flatMap(e -> e.getValue().entrySet().stream()).filter(e -> !e.getKey().equals("supported")).mapToInt(Map.Entry::getValue).sum();
        int trueAll = counts.entrySet().stream().filter(e -> e.getKey().startsWith("true")).flatMap(e -> e.getValue().values().stream()).mapToInt(n -> n).sum();
        int falsePassed = counts.entrySet().stream().filter(e -> !e.getKey().startsWith("true")).flatMap(e -> e.getValue().entrySet().stream()).filter(e -> e.getKey().equals("supported")).mapToInt(Map.Entry::getValue).sum();
        System.out.printf("true flagged %d of %d = %.3f, false passed %d of %d, caught %.3f, evidence %d of %d, %.2f ms a claim%n",
                trueFlagged, trueAll, (double) trueFlagged / trueAll, falsePassed, all - trueAll, 1 - (double) falsePassed / (all - trueAll), evidenceRight, evidenceAll, nanos / 1e6 / all);
        wrong.stream().limit(args.length > 1 ? Integer.parseInt(args[1]) : 60).forEach(System.out::println);
    }
}
