package org.anamnesis.evaluation;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-made sheets and vectors through the whole of an evaluation. */
class TriageSetsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path data;

    @TempDir
    Path out;

    @Test
    void aSheetGetsALevelWithReasonsAndIsHeldAgainstTheNurses() throws IOException {
        write(
                data,
                "ed-triage-mimic-demo/any.csv",
                "encounter,patient,gender,age,arrival,cc,temp,hr,rr,spo2,sbp,dbp,pain,esi,icu,hosp_disp,temp_unit",
                "e1,p1,male,70,AMBULANCE,Unresponsive,98.0,30,4,70,60,30,0,1,1,DIED,degF",
                "e2,p2,female,30,WALK IN,Chest pain,36.8,80,16,98,120,70,3,2,0,HOME,Cel",
                "e3,p3,female,,,,,,,,,,,,0,HOME,");
        write(
                data,
                "charts-of-it/Patient.ndjson",
                "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"extension\":[{\"url\":"
                        + "\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race\",\"extension\":[{\"url\":\"text\","
                        + "\"valueString\":\"Other Pacific\"}]}]}");
        JsonNode set = evaluated("ed-triage-mimic-demo");
        List<JsonNode> lines = lines("ed-triage-mimic-demo");
        assertThat(lines.getFirst().path("level").asInt()).isEqualTo(1);
        assertThat(lines.getFirst().path("reasons")).isNotEmpty();
        assertThat(lines.getLast().path("level").isNull())
                .as("nothing is known, so no level is made up")
                .isTrue();
        assertThat(lines.getLast().path("missing")).isNotEmpty();
        assertThat(figure(set, "under-triage").path("n").asInt()).isEqualTo(2);
        assertThat(figure(set, "sensitivity").path("value").asDouble()).isEqualTo(1);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("By sex and age and race", "18 to 39", "race Other Pacific");
    }

    @Test
    void aVectorIsExactInEveryShapeOrCountedAsWrong() throws IOException {
        write(
                data,
                "scores/some_vectors.csv",
                "id,kind,rr,spo2,o2,scale,sbp,hr,acvpu,temp,s_rr,s_spo2,s_o2,s_sbp,s_hr,s_cns,s_temp,total,risk",
                "a,mine,26,90,True,2,95,112,C,38.4,3,0,2,2,2,3,1,13,high",
                "b,mine,12,97,False,1,120,70,A,37.0,3,0,0,0,0,0,0,3,low");
        JsonNode set = evaluated("scores");
        assertThat(lines("scores").getFirst().path("total").asInt()).isEqualTo(13);
        assertThat(figure(set, "exact-some_vectors").path("value").asDouble())
                .as("the second row is planted wrong")
                .isEqualTo(0.5);
        assertThat(figure(set, "same-in-every-shape").path("value").asDouble()).isEqualTo(1);
        assertThat(figure(set, "made-up").path("value").asDouble()).isZero();
        assertThat(figure(set, "made-up").path("n").asInt()).isEqualTo(2 * 127);
    }

    private JsonNode evaluated(String set) throws IOException {
        Progress progress = new Progress(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC(), false);
        new Evaluate(new Options(data, out, List.of(set), Optional.empty()), progress, Clock.systemUTC()).run();
        return JSON.readTree(Files.readString(out.resolve("results.json")))
                .path("sets")
                .path(set);
    }

    private List<JsonNode> lines(String set) throws IOException {
        return Files.readAllLines(out.resolve("items-" + set + ".jsonl")).stream()
                .map(Json::any)
                .toList();
    }

    private static JsonNode figure(JsonNode set, String name) {
        for (JsonNode figure : set.path("figures")) {
            if (figure.path("name").asText().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError(name);
    }
}
