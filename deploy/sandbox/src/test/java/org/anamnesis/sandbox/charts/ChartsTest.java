package org.anamnesis.sandbox.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {

    private static final Path SHIPPED = Path.of("charts");

    @TempDir
    Path folder;

    @Test
    void everyShippedChartIsReadWithoutARemark() throws IOException {
        var charts = Charts.in(List.of(SHIPPED));
        Map<String, Resource> resources = read(charts);

        assertThat(charts.remarks()).isEmpty();
        assertThat(resources.keySet().stream().filter(r -> r.startsWith("Patient/")))
                .hasSize(9)
                .contains("Patient/lindgren", "Patient/castellanos", "Patient/okonjo");
    }

    @Test
    void everyReferenceInTheShippedChartsLeadsToAResource() throws IOException {
        Map<String, Resource> resources = read(Charts.in(List.of(SHIPPED)));

        List<String> dangling = resources.values().stream()
                .flatMap(resource -> References.in(resource).stream())
                .filter(reference -> !reference.startsWith("#") && !resources.containsKey(reference))
                .distinct()
                .toList();
        assertThat(dangling).isEmpty();
    }

    @Test
    void organizationsAndPractitionersComeBeforePatients() throws IOException {
        List<String> order = new ArrayList<>();
        Charts.in(List.of(SHIPPED)).forEach(part -> order.add(part.source()));

        int lastShared = Math.max(
                order.indexOf("synthea/hospitalInformation.json.gz"),
                order.indexOf("synthea/practitionerInformation.json.gz"));
        assertThat(order.subList(0, lastShared + 1)).allMatch(source -> source.contains("Information"));
    }

    @Test
    void twoChartsWithTheSameIdsGetTheirFoldersInFront() throws IOException {
        write("north/bundle.json", collection(patient("pt", "1950-01-01"), condition("c", "pt")));
        write("south/bundle.json", collection(patient("pt", "1960-01-01"), condition("c", "pt")));

        var charts = Charts.in(List.of(folder));
        Map<String, Resource> resources = read(charts);

        assertThat(resources)
                .containsOnlyKeys("Patient/north-pt", "Condition/north-c", "Patient/south-pt", "Condition/south-c");
        assertThat(found(resources, "Condition/south-c", Condition.class)
                        .getSubject()
                        .getReference())
                .isEqualTo("Patient/south-pt");
        assertThat(charts.remarks()).hasSize(2).allMatch(remark -> remark.contains("its ids now start with"));
    }

    @Test
    void chartsThatShareAnEqualPractitionerKeepTheirIds() throws IOException {
        String doctor = "{\"resourceType\":\"Practitioner\",\"id\":\"dr\",\"active\":true}";
        write("north/bundle.json", collection(patient("a", "1950-01-01"), doctor));
        write("south/bundle.json", collection(patient("b", "1960-01-01"), doctor));

        assertThat(read(Charts.in(List.of(folder)))).containsOnlyKeys("Patient/a", "Patient/b", "Practitioner/dr");
    }

    @Test
    void aTransactionsUuidsAndConditionalReferencesBecomeRelativeOnes() throws IOException {
        write(
                "hospital.json",
                transaction(
                        "urn:uuid:11111111-1111-1111-1111-111111111111",
                        "{\"resourceType\":\"Organization\",\"id\":\"hosp\",\"identifier\":[{\"system\":\"urn:h\",\"value\":\"7\"}]}"));
        write(
                "a-patient.json",
                transaction(
                        "urn:uuid:22222222-2222-2222-2222-222222222222",
                        "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                                + "\"serviceProvider\":{\"reference\":\"Organization?identifier=urn:h|7\"},"
                                + "\"partOf\":{\"reference\":\"urn:uuid:22222222-2222-2222-2222-222222222222\"}}"));

        var encounter = found(
                read(Charts.in(List.of(folder))), "Encounter/22222222-2222-2222-2222-222222222222", Encounter.class);

        assertThat(encounter.getServiceProvider().getReference()).isEqualTo("Organization/hosp");
        assertThat(encounter.getPartOf().getReference()).isEqualTo("Encounter/22222222-2222-2222-2222-222222222222");
    }

    @Test
    void aBrokenFileIsNamedAndTheOthersAreRead() throws IOException {
        write("a.json", "{\"resourceType\":");
        write("b.json", "[]");
        write("c.json.gz", "not compressed");
        write("d.json", patient("d", "1970-02-03"));
        write("e.ndjson.gz", compressed(patient("e", "1970-02-03") + "\n\n{broken\n" + patient("f", "1971-02-03")));

        var charts = Charts.in(List.of(folder));

        assertThat(read(charts)).containsOnlyKeys("Patient/d", "Patient/e", "Patient/f");
        assertThat(charts.remarks())
                .hasSize(4)
                .anyMatch(remark -> remark.startsWith("left out a.json: "))
                .anyMatch(remark -> remark.startsWith("left out b.json: not a FHIR resource"))
                .anyMatch(remark -> remark.startsWith("left out c.json.gz: "))
                .anyMatch(remark -> remark.startsWith("left out line 2 of e.ndjson.gz: "));
    }

    @Test
    void aDecimalThatWouldFillTheServersMemoryIsLeftOut() throws IOException {
        write(
                "hostile.json",
                "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                        + "\"valueQuantity\":{\"value\":1e999999999}}");

        var charts = Charts.in(List.of(folder));

        assertThat(read(charts)).isEmpty();
        assertThat(charts.remarks()).singleElement().asString().contains("hostile.json");
    }

    @Test
    void aResourceThatTheEhrRefusesCostsOnlyItself() throws IOException {
        write("bundle.json", collection(patient("good", "1950-01-01"), patient("bad", "1950-01-01")));
        Map<String, Integer> stored = new LinkedHashMap<>();

        Loading loading = Loading.of(List.of(folder), bundle -> {
            if (bundle.getEntry().stream()
                    .anyMatch(e -> e.getResource().getIdElement().getIdPart().equals("bad"))) {
                throw new IllegalStateException("refused");
            }
            stored.merge("bundles", bundle.getEntry().size(), Integer::sum);
        });

        assertThat(stored).containsExactly(entry("bundles", 1));
        assertThat(loading.resources()).isEqualTo(1);
        assertThat(loading.remarks())
                .singleElement()
                .asString()
                .isEqualTo("the EHR refused a resource of bundle.json: refused");
    }

    private static Map<String, Resource> read(Charts charts) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        charts.forEach(part -> {
            assertThat(part.bundle().getType()).isEqualTo(Bundle.BundleType.COLLECTION);
            assertThat(part.bundle().getEntry()).hasSizeLessThanOrEqualTo(Charts.MOST_RESOURCES);
            for (BundleEntryComponent entry : part.bundle().getEntry()) {
                Resource resource = entry.getResource();
                resources.put(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
            }
        });
        return resources;
    }

    private static <T extends Resource> T found(Map<String, Resource> resources, String reference, Class<T> type) {
        assertThat(resources).containsKey(reference);
        return type.cast(Objects.requireNonNull(resources.get(reference)));
    }

    private static String patient(String id, String birthDate) {
        return "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"birthDate\":\"%s\"}".formatted(id, birthDate);
    }

    private static String condition(String id, String patient) {
        return "{\"resourceType\":\"Condition\",\"id\":\"%s\",\"subject\":{\"reference\":\"Patient/%s\"}}"
                .formatted(id, patient);
    }

    private static String collection(String... resources) {
        List<String> entries = new ArrayList<>();
        for (String resource : resources) {
            entries.add("{\"resource\":" + resource + "}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private static String transaction(String fullUrl, String resource) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"" + fullUrl
                + "\",\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\"X\"}}]}";
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static byte[] compressed(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
