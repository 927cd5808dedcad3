package org.anamnesis.evaluation;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over a handful of fictional items of every set it runs. */
class EvaluateTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-11-20T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path data;

    @TempDir
    static Path out;

    @BeforeAll
    static void runOnceOverTwoPatientsAndAQuestionOrTwo() throws IOException {
        write(data, "mimic-iv-fhir-demo/some/Patient.ndjson.gz", patient("anna-0001"), patient("bert-0002"));
        write(
                data,
                "mimic-iv-fhir-demo/some/Rest.ndjson",
                encounter("visit-a1", "anna-0001"),
                encounter("visit-b1", "bert-0002"),
                condition("cond-a1", "anna-0001", "Asthma"),
                condition("cond-b1", "bert-0002", "Gout; see also cond-a1 of another chart"));
        write(
                data,
                "fhir-agentbench/any name.jsonl",
                "{\"question_id\":\"q1\",\"patient_fhir_id\":\"anna-0001\",\"question\":\"When was asthma"
                        + " diagnosed?\",\"gold\":[\"Condition/cond-a1\"],\"gold_status\":\"complete\",\"template\":\"When"
                        + " {diagnosis}?\"}",
                "{\"question_id\":\"q2\",\"patient_fhir_id\":\"nobody\",\"question\":\"Is there"
                        + " asthma?\",\"gold\":[],\"gold_status\":\"empty-gold\"}");
        write(
                data,
                "fhirpath-qa/dev.jsonl.gz",
                "{\"id\":\"p1\",\"patient_id_hash\":\"anna-0001\",\"question\":\"How many"
                        + " diagnoses?\",\"now\":\"2024-11-20T00:00:00\",\"query\":\"Bundle.entry.resource.where(resourceType='Condition').count()\",\"answer\":\"[1]\"}",
                "{\"id\":\"p2\",\"patient_id_hash\":\"bert-0002\",\"question\":\"How many"
                        + " diagnoses?\",\"now\":\"2024-11-20T00:00:00\",\"query\":\"Bundle.entry.resource.where(\",\"answer\":\"[1]\"}");
        write(data, "gold-charts/case/bundle.json", bundle());
        write(data, "gold-charts/case/gold.json", "{\"conflicts\":[]}");
        write(
                data,
                "gold-charts/case/statements.jsonl",
                "{\"id\":\"s1\",\"claim\":\"She has asthma.\",\"label\":\"supported\",\"quote\":\"\"}");
        write(
                data,
                "gold-charts/case/questions.jsonl",
                "{\"id\":\"g1\",\"question\":\"Is there"
                        + " asthma?\",\"answer\":\"Yes\",\"evidence\":[\"Condition/cond-c1\"]}");
        write(data, "synthea-r4/carla.json", bundle());
        write(
                data,
                "medec/dev.jsonl",
                "{\"id\":\"m1\",\"text\":\"No fever.\",\"sentences\":\"0 No fever.\",\"corrected_text\":\"NA\"}");
        run(out);
    }

    @Test
    void writesALineForEveryItemWithExactlyTheFieldsOfItsFormat() throws IOException {
        assertThat(fields("fhir-agentbench", 0))
                .containsExactlyInAnyOrder("question_id", "context_ids", "tokens", "none_found", "answer", "ms");
        assertThat(fields("fhir-agentbench", 1)).containsExactlyInAnyOrder("question_id", "error");
        assertThat(fields("fhirpath-qa", 0))
                .containsExactlyInAnyOrder("id", "query_result", "context_ids", "values", "tokens", "ms");
        assertThat(fields("gold-charts", 0))
                .containsExactlyInAnyOrder(
                        "chart",
                        "statements",
                        "summary",
                        "omissions",
                        "conflicts",
                        "pending",
                        "code_status",
                        "answers",
                        "triage",
                        "news2",
                        "flagged_passages",
                        "tokens",
                        "ms");
        for (String charts : List.of("mimic-iv-fhir-demo", "synthea-r4")) {
            assertThat(fields(charts, 0))
                    .containsExactlyInAnyOrder(
                            "patient",
                            "resources",
                            "statements",
                            "omissions",
                            "coverage",
                            "tokens",
                            "ms",
                            "peak_heap_mb",
                            "foreign_ids");
        }
    }

    @Test
    void evaluatesQueriesOverTheChartAndLeavesAMalformedOneWithoutAResult() throws IOException {
        assertThat(line("fhirpath-qa", 0).path("query_result")).hasSize(1);
        assertThat(line("fhirpath-qa", 0).path("query_result").get(0).asInt()).isEqualTo(1);
        assertThat(line("fhirpath-qa", 1).path("query_result").isNull()).isTrue();
    }

    @Test
    void findsTheIdOfAnotherPatientInWhatIsWrittenOfOne() throws IOException {
        assertThat(line("mimic-iv-fhir-demo", 0).path("patient").asText()).isEqualTo("anna-0001");
        assertThat(line("mimic-iv-fhir-demo", 0).path("foreign_ids")).isEmpty();
        assertThat(line("mimic-iv-fhir-demo", 1).path("foreign_ids")).hasSize(1);
        assertThat(line("mimic-iv-fhir-demo", 1).path("foreign_ids").get(0).asText())
                .isEqualTo("cond-a1");
        assertThat(figure("mimic-iv-fhir-demo", "foreign-ids").path("met").asBoolean(true))
                .isFalse();
    }

    @Test
    void countsFiguresAndNamesTheSets() throws IOException {
        assertThat(figure("fhir-agentbench", "recall-mean").path("n").asInt()).isEqualTo(1);
        assertThat(figure("fhirpath-qa", "query-exact").path("value").asDouble())
                .isEqualTo(1);
        assertThat(results().path("sets").path("medec").path("items").asInt()).isEqualTo(1);
        assertThat(out.resolve("report.html")).content().contains("medec").contains("2024");
        assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void givesTheSameLinesForTheSameDataButForTimesAndMemory(@TempDir Path again) throws IOException {
        run(again);
        assertThat(stable(again)).isEqualTo(stable(out));
    }

    @Test
    void refusesOptionsItDoesNotUnderstand() {
        assertThat(wrong("--data", data.toString())).isEqualTo("--data and --out are needed");
        assertThat(wrong("--data", data.toString(), "--out", data.resolve("x").toString()))
                .startsWith("--out may not lie");
        assertThat(wrong("--data", data.toString(), "--out", out.toString(), "--sets", "quiz"))
                .startsWith("unknown set quiz");
        assertThat(wrong("--data", "/no/such", "--out", out.toString())).endsWith("is no directory");
        assertThat(wrong("--frobnicate", "x")).isEqualTo("unknown option --frobnicate");
        assertThat(wrong("--data")).isEqualTo("--data needs a value");
    }

    private static void run(Path out) throws IOException {
        Progress progress =
                new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), CLOCK, false);
        new Evaluate(new Options(data, out, List.of(), Optional.empty()), progress, CLOCK).run();
    }

    private static List<String> stable(Path out) throws IOException {
        try (var files = Files.list(out)) {
            return files.filter(file -> file.getFileName().toString().startsWith("items-"))
                    .sorted()
                    .flatMap(file -> lines(file).stream())
                    .map(line -> Json.read(line).orElseThrow())
                    .map(line -> line.without(List.of("ms", "peak_heap_mb")).toString())
                    .toList();
        }
    }

    private Set<String> fields(String set, int place) throws IOException {
        Set<String> fields = new TreeSet<>();
        line(set, place).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private ObjectNode line(String set, int place) throws IOException {
        return Json.read(lines(out.resolve("items-" + set + ".jsonl")).get(place))
                .orElseThrow();
    }

    private JsonNode figure(String set, String name) throws IOException {
        for (JsonNode figure : results().path("sets").path(set).path("figures")) {
            if (figure.path("name").asText().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + name);
    }

    private JsonNode results() throws IOException {
        return Json.any(Files.readString(out.resolve("results.json")));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String wrong(String... arguments) {
        return ((Options.Reading.Wrong) Options.read(List.of(arguments))).why();
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id
                + "\",\"gender\":\"female\",\"birthDate\":\"1970-01-01\"}";
    }

    private static String encounter(String id, String patient) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"" + id
                + "\",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},"
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"},"
                + "\"period\":{\"start\":\"2024-11-01T08:00:00Z\",\"end\":\"2024-11-01T09:00:00Z\"}}";
    }

    private static String condition(String id, String patient, String name) {
        return "{\"resourceType\":\"Condition\",\"id\":\"" + id + "\",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"},"
                + "\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"code\":{\"text\":\"" + name + "\"},"
                + "\"onsetDateTime\":\"2020-03-01\"}";
    }

    private static String bundle() {
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":" + patient("carla-0003")
                + "},{\"resource\":" + encounter("visit-c1", "carla-0003") + "},{\"resource\":"
                + condition("cond-c1", "carla-0003", "Asthma") + "}]}";
    }
}
