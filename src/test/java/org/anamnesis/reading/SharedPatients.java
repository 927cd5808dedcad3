package org.anamnesis.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Patients of the demonstration data beside the project, one chart at a time. */
public final class SharedPatients {

    private static final Pattern OWNER = Pattern.compile("\"(?:subject|patient)\": ?\\{\"reference\": ?\"Patient/([^\"]+)\"");
    private static final Pattern SELF = Pattern.compile("\"id\": ?\"([^\"]+)\"");

    private final Map<String, List<String>> byPatient = new HashMap<>();
    private final List<String> shared = new ArrayList<>();

    /** Reads all lines below a folder of NDJSON, without parsing them. */
    public SharedPatients(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ndjson.gz"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    private void read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                Matcher owner = OWNER.matcher(line);
                if (line.contains("Type\": \"Patient\"") || line.contains("Type\":\"Patient\"")) {
                    Matcher self = SELF.matcher(line);
                    if (self.find()) {
                        byPatient.computeIfAbsent(self.group(1), id -> new ArrayList<>()).add(line);
                    }
                } else if (owner.find()) {
                    byPatient.computeIfAbsent(owner.group(1), id -> new ArrayList<>()).add(line);
                } else {
                    shared.add(line);
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    public List<String> ids() {
        return byPatient.keySet().stream().sorted().toList();
    }

    /** The chart of one patient; "now" is the end of the last encounter. */
    public Chart chart(String id) {
        List<Resource> resources = Stream.concat(byPatient.get(id).stream(), shared.stream())
                .map(ReadResources::resource)
                .map(Resource.class::cast)
                .toList();
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        ClinicalTime now = resources.stream()
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .flatMap(encounter -> Times.end(encounter.getPeriod()).stream())
                .max(ClinicalTime::compareTo)
                .orElse(ReadResources.AS_OF);
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), now);
    }
}
