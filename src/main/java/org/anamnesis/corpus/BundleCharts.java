package org.anamnesis.corpus;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.guard.EntrySlices;

/** Charts that are a Bundle each: one patient's, whatever the kind of Bundle. */
public final class BundleCharts {

    private final FhirContext fhir;
    private final Map<Path, Set<String>> ids = new HashMap<>();

    public BundleCharts(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** The chart in a file; empty where it is no Bundle of a patient. */
    public Optional<PatientResources> read(Path file) throws IOException {
        Parsing parsing = new Parsing(fhir);
        for (byte[] entry : entries(file)) {
            parsing.addEntry(entry);
        }
        return parsing.patient();
    }

    /** Those of some files that hold a patient's chart; their ids are known from then on. */
    public List<Path> charts(List<Path> files) throws IOException {
        for (Path file : files) {
            List<ResourceScan> resources = scanned(entries(file));
            if (resources.stream().anyMatch(resource -> resource.type().equals("Patient"))) {
                Set<String> own = new HashSet<>();
                resources.forEach(resource -> own.add(resource.id()));
                ids.put(file, own);
            }
        }
        return files.stream().filter(ids::containsKey).toList();
    }

    /** Whether a word is the id of a resource of another chart than this one. */
    public boolean isOfAnotherChart(String word, Path file) {
        return !ids.getOrDefault(file, Set.of()).contains(word)
                && ids.values().stream().anyMatch(others -> others.contains(word));
    }

    private static List<ResourceScan> scanned(List<byte[]> entries) {
        List<ResourceScan> resources = new ArrayList<>();
        for (byte[] entry : entries) {
            try {
                resources.add(ResourceScan.ofEntry(entry));
            } catch (IOException notAResource) {
                // an entry without a resource has no id that could be another's
            }
        }
        return resources;
    }

    private static List<byte[]> entries(Path file) throws IOException {
        byte[] bundle;
        try (InputStream in = DataFolder.open(file)) {
            bundle = in.readAllBytes();
        }
        try {
            return EntrySlices.of(bundle).entries();
        } catch (IOException notJson) {
            return List.of();
        }
    }
}
