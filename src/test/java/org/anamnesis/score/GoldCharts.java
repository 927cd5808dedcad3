package org.anamnesis.score;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The charts with answer keys that lie beside the project. */
public final class GoldCharts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldCharts() {}

    /** A chart with its answers. */
    public record Gold(String name, Chart chart, JsonNode answers) {}

    public static List<Gold> all() throws IOException {
        List<Gold> charts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(SharedVectors.folder("gold-charts"))) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                charts.add(new Gold(
                        folder.getFileName().toString(),
                        chart(folder.resolve("bundle.json")),
                        JSON.readTree(folder.resolve("gold.json").toFile())));
            }
        }
        return charts;
    }

    public static ClinicalTime time(String iso) {
        OffsetDateTime time = OffsetDateTime.parse(iso);
        return ClinicalTime.minute(time.toLocalDateTime(), time.getOffset());
    }

    private static Chart chart(Path file) throws IOException {
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, Files.readString(file));
        List<Resource> resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), time("2030-01-01T00:00:00Z"));
    }
}
