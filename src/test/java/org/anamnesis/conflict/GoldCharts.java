package org.anamnesis.conflict;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Charts with an answer key, kept beside the project: what contradicts what, by the resources that say it. */
final class GoldCharts {

    static final Path FOLDER = Path.of("..", "shared", "data", "gold-charts");

    private GoldCharts() {}

    /** A contradiction of the answer key. */
    record Planted(String about, String words, Set<String> a, Set<String> b) {}

    record Gold(String name, Chart chart, List<Planted> planted, List<Set<String>> alsoPlanted) {

        /** The resources a side cites. */
        Set<String> resources(Side side) {
            return side.citations().stream()
                    .map(CitationId::whole)
                    .flatMap(id -> chart.fact(id).stream())
                    .flatMap(fact -> Stream.concat(Stream.of(fact.source()), fact.alsoIn().stream()))
                    .map(source -> source.reference())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** The planted contradiction that a found one is: by what both sides cite, and of several by the words. */
        Optional<Planted> match(Conflict found) {
            Set<String> a = resources(found.a());
            Set<String> b = resources(found.b());
            return planted.stream()
                    .filter(known ->
                            (meet(a, known.a()) && meet(b, known.b())) || (meet(a, known.b()) && meet(b, known.a())))
                    .max(Comparator.comparing(known -> common(known.words(), found.words())));
        }

        private static long common(String one, String other) {
            Set<String> words = words(one);
            return words(other).stream().filter(words::contains).count();
        }

        private static Set<String> words(String text) {
            return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d.]+"))
                    .filter(word -> word.length() > 3)
                    .collect(Collectors.toSet());
        }

        private static boolean meet(Set<String> one, Set<String> other) {
            return one.stream().anyMatch(other::contains);
        }
    }

    static List<Gold> all() throws IOException {
        List<Gold> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                all.add(gold(folder));
            }
        }
        return all;
    }

    private static Gold gold(Path folder) throws IOException {
        JsonNode key = new ObjectMapper().readTree(folder.resolve("gold.json").toFile());
        List<Planted> planted = new ArrayList<>();
        key.path("conflicts")
                .forEach(conflict -> planted.add(new Planted(
                        conflict.path("about").asText(),
                        conflict.path("about").asText() + " "
                                + conflict.path("a").path("text").asText() + " "
                                + conflict.path("b").path("text").asText(),
                        evidence(conflict.path("a")),
                        evidence(conflict.path("b")))));
        List<Set<String>> also = new ArrayList<>();
        key.path("planted").forEach(item -> {
            if (Set.of("copy-forward", "duplicate-order")
                    .contains(item.path("kind").asText())) {
                also.add(evidence(item));
            }
        });
        return new Gold(
                folder.getFileName().toString(), chart(Files.readString(folder.resolve("bundle.json"))), planted, also);
    }

    private static Set<String> evidence(JsonNode side) {
        return StreamSupport.stream(side.path("evidence").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The chart of a bundle, as of its last note. */
    static Chart chart(String json) {
        Bundle bundle = (Bundle) FhirContext.forR4Cached().newJsonParser().parseResource(json);
        List<Resource> resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        ClinicalTime early = ClinicalTime.utc(Instant.EPOCH);
        ClinicalTime last = ChartAssembly.of(patient, resources, new Coverage(List.of()), early)
                .facts(FactKind.NOTE)
                .map(Fact::time)
                .flatMap(Optional::stream)
                .max(ClinicalTime::compareTo)
                .orElse(early);
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), last);
    }
}
