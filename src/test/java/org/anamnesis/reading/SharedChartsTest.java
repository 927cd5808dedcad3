package org.anamnesis.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.FactKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Charts of other publishers, kept beside the project: whatever stands in them, a chart comes out. */
class SharedChartsTest {

    private static final Path SHARED = Path.of("..", "shared", "data");

    /** Types that say nothing of the patient by themselves: places, people, forms, insurance, and what others name. */
    private static final Set<String> NONE = Set.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "Endpoint",
            "HealthcareService",
            "Questionnaire",
            "Library",
            "Coverage",
            "RelatedPerson",
            "Medication");

    @Test
    void everySyntheaChartIsRead() throws IOException {
        for (Path file : files("synthea-r4", ".json.gz")) {
            Chart chart = chart(resources(bundle(file)));
            assertSound(chart);
            assertThat(chart.facts(FactKind.VITAL))
                    .as("vital signs of %s", file)
                    .isNotEmpty();
            assertThat(chart.facts(FactKind.ENCOUNTER))
                    .as("encounters of %s", file)
                    .isNotEmpty();
        }
    }

    @Test
    void everyGoldChartIsReadWithItsCodeStatusFamilyHistoryAndAwaitedResults() throws IOException {
        for (Path file : files("gold-charts", "bundle.json")) {
            Chart chart = chart(resources(bundle(file)));
            assertSound(chart);
            for (FactKind kind : List.of(
                    FactKind.PATIENT,
                    FactKind.PROBLEM,
                    FactKind.ALLERGY,
                    FactKind.MEDICATION,
                    FactKind.RESULT,
                    FactKind.VITAL,
                    FactKind.ENCOUNTER,
                    FactKind.PROCEDURE,
                    FactKind.IMMUNIZATION,
                    FactKind.PLAN,
                    FactKind.NOTE,
                    FactKind.HISTORY,
                    FactKind.DIRECTIVE)) {
                assertThat(chart.facts(kind)).as("%s of %s", kind, file).isNotEmpty();
            }
        }
    }

    @Test
    void everyMimicPatientIsRead() throws IOException {
        List<Resource> medications = new ArrayList<>();
        Map<String, List<Resource>> byPatient = new HashMap<>();
        for (Path file : files("mimic-iv-fhir-demo/dev-patients", ".ndjson.gz")) {
            for (Resource resource : lines(file)) {
                String owner = owner(resource);
                if (owner.isEmpty()) {
                    medications.add(resource);
                } else {
                    byPatient.computeIfAbsent(owner, first -> new ArrayList<>()).add(resource);
                }
            }
        }
        assertThat(byPatient).isNotEmpty();
        for (List<Resource> resources : byPatient.values()) {
            List<Resource> withMedications = new ArrayList<>(resources);
            withMedications.addAll(medications);
            Chart chart = chart(withMedications);
            assertSound(chart);
            assertThat(chart.facts(FactKind.PROBLEM)).isNotEmpty();
            assertThat(chart.facts(FactKind.ENCOUNTER)
                            .map(fact -> fact.concept().text()))
                    .contains("intensive care stay");
            assertThat(chart.facts(FactKind.PROBLEM)
                            .filter(fact -> fact.relations().encounter().isEmpty()))
                    .isEmpty();
            assertThat(chart.facts(FactKind.MEDICATION)
                            .filter(fact -> fact.concept().text().equals("Medication without a name")))
                    .isEmpty();
        }
    }

    @Test
    void everyUsCoreExampleIsRead() throws IOException {
        List<Resource> resources = new ArrayList<>();
        for (Path file : files("us-core-examples", ".json")) {
            resources.add(ReadResources.resource(Files.readString(file)));
        }
        Chart chart = chart(resources);
        assertSound(chart);
        Map<FactKind, Integer> counts = new EnumMap<>(FactKind.class);
        chart.facts().forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
        // The coverage is no resource: its lines are made elsewhere.
        assertThat(counts.keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(FactKind.COVERAGE)));
    }

    @Test
    void everyUsCoreExampleGivesAFactUnlessItsTypeIsNone() throws IOException {
        for (Path file : files("us-core-examples", ".json")) {
            Resource example = ReadResources.resource(Files.readString(file));
            List<Resource> resources = example instanceof Bundle bundle ? resources(bundle) : List.of(example);
            boolean none = resources.stream().allMatch(resource -> NONE.contains(resource.fhirType()));
            Patient patient = example instanceof Patient read ? read : new Patient();
            Chart chart = ChartAssembly.of(patient, resources, new Coverage(List.of()), ReadResources.AS_OF);
            if (none) {
                assertThat(chart.facts()).as("facts of %s", file).isEmpty();
            } else if (!example.fhirType().equals("Specimen")) {
                // A specimen that says no more than its kind is told by the results that name it.
                assertThat(chart.facts()).as("facts of %s", file).isNotEmpty();
            }
        }
    }

    @Test
    void everyResultOfUsCoreThatNamesASpecimenSaysWhich() throws IOException {
        List<Resource> resources = new ArrayList<>();
        for (Path file : files("us-core-examples", ".json")) {
            resources.add(ReadResources.resource(Files.readString(file)));
        }
        Set<String> named = resources.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(Observation::hasSpecimen)
                .map(observation -> "Observation/" + observation.getIdElement().getIdPart())
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(chart(resources).facts().stream()
                        .filter(fact -> named.contains(fact.source().reference())))
                .allSatisfy(fact -> assertThat(fact.attribute(Role.SPECIMEN)).isPresent());
    }

    private static void assertSound(Chart chart) {
        assertThat(chart.facts()).isNotEmpty();
        for (Fact fact : chart.facts()) {
            assertThat(fact.concept().text()).isNotBlank().doesNotContain("\n");
            assertThat(fact.source().id()).isNotBlank();
            assertThat(fact.source().path()).startsWith(fact.source().type());
            assertThat(chart.fact(fact.id())).contains(fact);
            fact.value()
                    .ifPresent(value -> assertThat(value.text()).isNotBlank().doesNotContain("NaN"));
            fact.attributes().forEach(attribute -> assertThat(attribute.text()).isNotBlank());
        }
    }

    private static Chart chart(List<Resource> resources) {
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), ReadResources.AS_OF);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        Path root = SHARED.resolve(folder);
        assumeTrue(Files.isDirectory(root), () -> "skipped: no " + root + " beside the project");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Bundle bundle(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return (Bundle) ReadResources.resource(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<Resource> resources(Bundle bundle) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource).toList();
    }

    private static List<Resource> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return reader.lines().map(ReadResources::resource).toList();
        }
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
