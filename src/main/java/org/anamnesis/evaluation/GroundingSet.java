package org.anamnesis.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ResourceId;
import org.anamnesis.corpus.Fields;
import org.anamnesis.corpus.Item;
import org.anamnesis.corpus.JsonLines;
import org.anamnesis.corpus.PatientResources;
import org.anamnesis.corpus.Row;
import org.anamnesis.grounding.Verification;
import org.anamnesis.measure.SetResult;

/** Sentences about patients, true and false ones, each against the whole chart. */
final class GroundingSet implements EvaluationSet {

    private static final String ID = "id";
    private static final String PATIENT = "patient";
    private static final Fields FIELDS = new Fields(ID, Set.of(PATIENT, "claim"));
    private static final String BUNDLE = ".json";
    private static final double NANOSECONDS = 1e6;

    private final SetResult.Name name;
    private final GroundingFigures.Targets targets;
    private Checker last = new Checker(new ChartKey.None(), Map.of());

    private GroundingSet(SetResult.Name name, GroundingFigures.Targets targets) {
        this.name = name;
        this.targets = targets;
    }

    /** Sentences that say one thing each. */
    static GroundingSet ofClaims() {
        return new GroundingSet(
                new SetResult.Name(
                        "grounding-claims",
                        "True and false sentences, one fact each",
                        "Sentences of one fact made by program from hospital charts, true ones and ones with a planted"
                                + " error. Each is held against the whole chart; nothing is cited."),
                new GroundingFigures.Targets(0.97, 0.02, 0.95, 0.95));
    }

    /** Sentences as residents write them. */
    static GroundingSet ofProse() {
        return new GroundingSet(
                new SetResult.Name(
                        "grounding-prose",
                        "True and false sentences as residents write them",
                        "Sentences with several facts, brands, abbreviations, conversions and relative times; in the"
                                + " false ones one thing is changed. Each is held against the whole chart without a"
                                + " model."),
                new GroundingFigures.Targets(0.90, 0.05, 0, 0.90));
    }

    /** The chart that is open and what was made of it for checking. */
    private record Checker(ChartKey key, Map<String, Verification> made) {}

    @Override
    public SetResult.Name name() {
        return name;
    }

    @Override
    public List<Task> tasks(Corpus corpus) throws IOException {
        List<Row> rows = JsonLines.read(corpus.data(), name.id(), FIELDS);
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<String> byLine = new HashSet<>(
                corpus.patients().patientsIn(new HashSet<>(corpus.data().files(".ndjson"))));
        Map<String, Path> bundles = new HashMap<>();
        boolean inBundles = rows.stream()
                .anyMatch(row -> patient(row).isPresent()
                        && !byLine.contains(patient(row).get()));
        if (inBundles) {
            for (Path file : corpus.bundles().charts(corpus.data().files(BUNDLE))) {
                for (PatientResources chart :
                        corpus.bundles().read(file).stream().toList()) {
                    bundles.putIfAbsent(chart.patient().getIdPart(), file);
                }
            }
        }
        return rows.stream()
                .map(row -> new Task(row, ID, key(row, byLine, bundles)))
                .toList();
    }

    private static java.util.Optional<String> patient(Row row) {
        return row instanceof Row.Whole whole ? whole.item().text(PATIENT) : java.util.Optional.empty();
    }

    private static ChartKey key(Row row, Set<String> byLine, Map<String, Path> bundles) {
        return patient(row)
                .<ChartKey>map(patient -> !byLine.contains(patient) && bundles.containsKey(patient)
                        ? new ChartKey.InFile(bundles.get(patient))
                        : new ChartKey.OfPatient(patient))
                .orElse(new ChartKey.None());
    }

    @Override
    public Output run(Item item, ChartKey key, ChartDesk charts) throws IOException {
        Chart chart = charts.open(key).chart();
        if (!last.key().equals(key)) {
            last = new Checker(key, new HashMap<>());
        }
        Verification verification = last.made().computeIfAbsent("chart", first -> new Verification(chart));
        long begin = System.nanoTime();
        Verification.Verified verified = verification.check(item.required("claim"));
        double milliseconds = (System.nanoTime() - begin) / NANOSECONDS;
        ObjectNode line = Json.object()
                .put(ID, item.id())
                .put("verdict", verified.verdict().code());
        List<String> evidence = verified.evidence().stream()
                .flatMap(id -> chart.fact(id).stream())
                .map(fact -> reference(fact.source().resource()))
                .distinct()
                .toList();
        line.set("evidence", Json.texts(evidence));
        line.put("reason", verified.verdict().reason()).put("ms", Math.round(milliseconds * 100) / 100.0);
        ObjectNode measures = Json.object();
        measures.set(
                "made_of",
                Json.texts(verified.evidence().stream()
                        .flatMap(id -> chart.fact(id).stream())
                        .flatMap(fact -> fact.resources().map(GroundingSet::reference))
                        .distinct()
                        .toList()));
        return new Output(line, measures);
    }

    private static String reference(ResourceId resource) {
        return resource.type() + "/" + resource.id();
    }

    @Override
    public SetResult result(Scored scored, Corpus corpus) {
        return GroundingFigures.of(name, scored, targets);
    }
}
