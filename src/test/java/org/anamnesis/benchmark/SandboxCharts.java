package org.anamnesis.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Charts of any size in the words of the sandbox's generated patients, notes included: the resources of one patient after the
 * other as if they were one's, and again some years before where these are not enough.
 */
final class SandboxCharts {

    private static final Pattern YEAR = Pattern.compile("\"(20\\d\\d)-");
    private static final int YEARS_BEFORE = 4;

    private final FhirContext fhir = FhirContext.forR4();
    private final List<String> bundles;
    private final Map<Integer, List<Resource>> eras = new HashMap<>();

    /** @param charts the directory of the sandbox's charts */
    SandboxCharts(Path charts) {
        try (Stream<Path> files = Files.list(charts.resolve("synthea"))) {
            // Each patient's name ends with a UUID; what does not is of the hospital.
            bundles = files.filter(file -> file.getFileName().toString().contains("_"))
                    .sorted()
                    .map(SandboxCharts::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Patient patient() {
        return era(0).stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** So many resources, the newest era first. */
    List<Resource> resources(int count) {
        List<Resource> resources = new ArrayList<>();
        for (int era = 0; resources.size() < count; era++) {
            era(era).stream()
                    .filter(resource -> !(resource instanceof Patient))
                    .limit(count - resources.size())
                    .forEach(resources::add);
        }
        return resources;
    }

    private List<Resource> era(int number) {
        return eras.computeIfAbsent(
                number,
                era -> bundles.stream().flatMap(bundle -> parsed(bundle, era)).toList());
    }

    private Stream<Resource> parsed(String bundle, int era) {
        String then = YEAR.matcher(bundle)
                .replaceAll(found -> "\"" + (Integer.parseInt(found.group(1)) - era * YEARS_BEFORE) + "-");
        return fhir.newJsonParser().parseResource(Bundle.class, then).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .peek(resource -> resource.setId(resource.getIdPart() + "-" + era));
    }
}
