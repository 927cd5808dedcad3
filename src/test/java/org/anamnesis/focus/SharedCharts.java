package org.anamnesis.focus;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.prose.Block;
import org.anamnesis.prose.Prose;
import org.anamnesis.prose.Sentence;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The charts of other publishers that lie beside the project; "now" of each is the end of its last encounter. */
public final class SharedCharts {

    public static final Path SHARED = Path.of("..", "shared", "data");

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private SharedCharts() {}

    public static boolean areThere() {
        return Files.isDirectory(SHARED);
    }

    /** The MIMIC patients by their ids, with every medication and location they share. */
    public static Map<String, Chart> mimic() {
        Map<String, List<Resource>> owned = new TreeMap<>();
        Map<String, Resource> common = new LinkedHashMap<>();
        for (Path file : files(SHARED.resolve("mimic-iv-fhir-demo"), ".ndjson.gz")) {
            for (Resource resource : lines(file)) {
                String owner = owner(resource);
                if (owner.isEmpty()) {
                    common.put(
                            resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
                } else {
                    owned.computeIfAbsent(owner, first -> new ArrayList<>()).add(resource);
                }
            }
        }
        Map<String, Chart> charts = new TreeMap<>();
        owned.forEach((owner, resources) -> {
            List<Resource> all = new ArrayList<>(resources);
            all.addAll(common.values());
            charts.put(owner.replaceFirst(".*/", ""), chart(all));
        });
        return charts;
    }

    /** One MIMIC patient alone: no line of another patient is parsed. */
    public static Chart mimic(String patient) {
        List<Resource> resources = new ArrayList<>();
        IParser parser = parser();
        for (Path file : files(SHARED.resolve("mimic-iv-fhir-demo"), ".ndjson.gz")) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
                reader.lines()
                        .filter(line -> line.contains(patient) || !line.contains("Patient/"))
                        .map(line -> (Resource) parser.parseResource(line))
                        .filter(resource -> !(resource instanceof Patient)
                                || resource.getIdElement().getIdPart().equals(patient))
                        .forEach(resources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return chart(resources);
    }

    public static Map<String, Chart> synthea() {
        Map<String, Chart> charts = new TreeMap<>();
        files(SHARED.resolve("synthea-r4"), ".json.gz")
                .forEach(file -> charts.put(file.getFileName().toString(), chart(resources(file))));
        return charts;
    }

    public static Map<String, Chart> gold() {
        Map<String, Chart> charts = new TreeMap<>();
        files(SHARED.resolve("gold-charts"), "bundle.json").forEach(file -> {
            List<Resource> resources = resources(file);
            charts.put(file.getParent().getFileName().toString(), withNotes(chart(resources), resources));
        });
        return charts;
    }

    private static Chart withNotes(Chart chart, List<Resource> resources) {
        List<Note> notes = new ArrayList<>();
        for (Fact fact : chart.facts(FactKind.NOTE).toList()) {
            resources.stream()
                    .filter(DocumentReference.class::isInstance)
                    .map(DocumentReference.class::cast)
                    .filter(document -> document.getIdElement()
                            .getIdPart()
                            .equals(fact.source().id()))
                    .map(document -> document.getContentFirstRep().getAttachment())
                    .filter(Attachment::hasData)
                    .forEach(attachment -> notes.add(new Note(fact.id(), body(fact, attachment))));
        }
        return new Chart(chart.patient(), chart.facts(), notes, chart.coverage(), chart.asOf());
    }

    private static Note.Body body(Fact fact, Attachment attachment) {
        String text = new String(attachment.getData(), StandardCharsets.UTF_8)
                .replaceAll("(?i)</(p|li|h\\d|tr|div|paragraph|item|title)>|<br/?>", "\n")
                .replaceAll("<[^>]*>", " ");
        Prose prose = Prose.of(List.of(new Block(Block.Shape.WRAPPED, text)));
        List<Passage> passages = new ArrayList<>();
        for (Sentence sentence : prose.sentences()) {
            passages.add(new Passage(
                    fact.id().sentence(passages.size() + 1),
                    sentence.section(),
                    sentence.text(),
                    sentence.start(),
                    sentence.end()));
        }
        return new Note.Body.Text(prose.plain(), passages);
    }

    public static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Chart chart(List<Resource> resources) {
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), asOf(resources));
    }

    private static ClinicalTime asOf(List<Resource> resources) {
        return resources.stream()
                .filter(Encounter.class::isInstance)
                .map(resource -> ((Encounter) resource).getPeriod())
                .map(period -> Optional.ofNullable(period.getEndElement().getValueAsString())
                        .or(() -> Optional.ofNullable(period.getStartElement().getValueAsString())))
                .flatMap(Optional::stream)
                .map(java.time.OffsetDateTime::parse)
                .max(java.util.Comparator.naturalOrder())
                .map(time -> ClinicalTime.minute(time.toLocalDateTime(), time.getOffset()))
                .orElseThrow();
    }

    private static List<Resource> resources(Path file) {
        try (InputStream in = open(file)) {
            Bundle bundle = (Bundle) parser().parseResource(in);
            return bundle.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Resource> lines(Path file) {
        IParser parser = parser();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> (Resource) parser.parseResource(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IParser parser() {
        IParser parser = R4.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        return parser;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static String owner(Resource resource) {
        if (resource instanceof Patient) {
            return "Patient/" + resource.getIdElement().getIdPart();
        }
        return Stream.of("subject", "patient")
                .map(resource::getNamedProperty)
                .filter(property -> property != null && property.hasValues())
                .map(property -> ((Reference) property.getValues().getFirst()).getReference())
                .findFirst()
                .orElse("");
    }
}
