package org.anamnesis.corpus;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Charts that are a Bundle each: one patient's, whatever the kind of Bundle. */
public final class BundleCharts {

    /** Decimals pass through with the digits they were written with. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final FhirContext fhir;
    private final Map<Path, Set<String>> ids = new HashMap<>();

    public BundleCharts(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** The chart in a file; empty where it is no Bundle of a patient. */
    public Optional<PatientResources> read(Path file) throws IOException {
        Parsing parsing = new Parsing(fhir);
        for (JsonNode entry : entries(file)) {
            JsonNode resource = entry.path("resource");
            parsing.add(JSON.writeValueAsBytes(resource), resource.path("resourceType").asText());
        }
        return parsing.patient();
    }

    /** Those of some files that hold a patient's chart; their ids are known from then on. */
    public List<Path> charts(List<Path> files) throws IOException {
        for (Path file : files) {
            Set<String> own = new HashSet<>();
            boolean hasPatient = false;
            for (JsonNode entry : entries(file)) {
                JsonNode resource = entry.path("resource");
                own.add(resource.path("id").asText());
                hasPatient |= resource.path("resourceType").asText().equals("Patient");
            }
            if (hasPatient) {
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

    private static Iterable<JsonNode> entries(Path file) throws IOException {
        try (InputStream in = DataFolder.open(file)) {
            return JSON.readTree(in).path("entry");
        } catch (JsonProcessingException notJson) {
            return List.of();
        }
    }
}
