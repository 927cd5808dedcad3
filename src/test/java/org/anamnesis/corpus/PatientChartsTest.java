package org.anamnesis.corpus;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One patient's chart out of files of many, as an export has them. */
class PatientChartsTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String ANNA =
            "{\"resourceType\":\"Patient\",\"id\":\"anna\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"MRN-70001\"}]}";
    private static final String BERT = "{\"resourceType\":\"Patient\",\"id\":\"bert\"}";

    @TempDir
    Path data;

    @TempDir
    Path work;

    @Test
    void givesAPatientWhatIsOfThisPatientInAnyFileAndNothingElse() throws IOException {
        write(data, "charts/Patient.ndjson", ANNA, BERT);
        write(
                data,
                "charts/deeper/Condition.ndjson.gz",
                condition("c1", "Patient/anna"),
                condition("c2", "Patient/bert"),
                condition("c3", "https://ehr.example/fhir/Patient/anna"));
        assertThat(ids("anna")).containsExactlyInAnyOrder("anna", "c1", "c3");
    }

    @Test
    void knowsAPatientAmongTheParticipantsAndNotByAMereMention() throws IOException {
        write(
                data,
                "a.ndjson",
                ANNA,
                BERT,
                "{\"resourceType\":\"Appointment\",\"id\":\"a1\",\"participant\":[{\"actor\":{\"reference\":\"Practitioner/x\"}},{\"actor\":{\"reference\":\"Patient/anna\"}}]}",
                "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"focus\":[{\"reference\":\"Patient/bert\"}],\"subject\":{\"reference\":\"Patient/anna\"}}");
        assertThat(ids("anna")).containsExactlyInAnyOrder("anna", "a1", "o1");
        assertThat(ids("bert")).containsExactly("bert");
    }

    @Test
    void bringsTheMedicationAndItsIngredientsWithTheOrderThatRefersToIt() throws IOException {
        write(
                data,
                "a.ndjson",
                ANNA,
                "{\"resourceType\":\"MedicationRequest\",\"id\":\"m1\",\"subject\":{\"reference\":\"Patient/anna\"},\"medicationReference\":{\"reference\":\"Medication/mix\"}}",
                "{\"resourceType\":\"Medication\",\"id\":\"mix\",\"ingredient\":[{\"itemReference\":{\"reference\":\"Medication/salt\"}},{\"itemReference\":{\"reference\":\"Medication/mix\"}}]}",
                "{\"resourceType\":\"Medication\",\"id\":\"salt\"}",
                "{\"resourceType\":\"Medication\",\"id\":\"unused\"}");
        assertThat(ids("anna")).containsExactlyInAnyOrder("anna", "m1", "mix", "salt");
    }

    @Test
    void bringsTheMedicationThatIsNamedByItsCodeInTheSameSystemOnly() throws IOException {
        write(
                data,
                "a.ndjson",
                ANNA,
                "{\"resourceType\":\"MedicationAdministration\",\"id\":\"g1\",\"subject\":{\"reference\":\"Patient/anna\"},\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"SALT1\",\"system\":\"urn:formulary\"}]}}",
                "{\"resourceType\":\"Medication\",\"id\":\"salt\",\"identifier\":[{\"value\":\"SALT1\",\"system\":\"urn:formulary\"}]}",
                "{\"resourceType\":\"Medication\",\"id\":\"other\",\"identifier\":[{\"value\":\"SALT1\",\"system\":\"urn:else\"}]}");
        assertThat(ids("anna")).containsExactlyInAnyOrder("anna", "g1", "salt");
    }

    @Test
    void countsAResourceOfSeveralFilesOnce() throws IOException {
        write(data, "all/Patient.ndjson", ANNA);
        write(data, "part/Patient.ndjson", ANNA, condition("c1", "Patient/anna"));
        write(data, "part/again.ndjson", condition("c1", "Patient/anna"));
        assertThat(ids("anna")).containsExactlyInAnyOrder("anna", "c1");
    }

    @Test
    void leavesOutWhatCannotBeReadAndSaysHowMuch() throws IOException {
        write(
                data,
                "a.ndjson",
                ANNA,
                "{\"resourceType\":\"Condition\"",
                "not json",
                "{\"id\":\"typeless\"}",
                "{\"resourceType\":\"Observation\",\"id\":\"big\",\"subject\":{\"reference\":\"Patient/anna\"},\"valueQuantity\":{\"value\":1e999999999}}",
                "{\"resourceType\":\"Nonsense\",\"id\":\"n1\",\"subject\":{\"reference\":\"Patient/anna\"}}");
        try (PatientCharts charts = index()) {
            assertThat(charts.unreadableLines()).isEqualTo(3);
            PatientResources anna = charts.read("anna").orElseThrow();
            assertThat(anna.unreadable()).containsEntry("Observation", 1).containsEntry("Nonsense", 1);
            assertThat(anna.resources()).hasSize(1);
        }
    }

    @Test
    void knowsWhichPatientsLieInASetsFilesAndWhoseIdsAreTaken() throws IOException {
        Path part = write(data, "part/Patient.ndjson", BERT);
        write(data, "rest/Patient.ndjson", ANNA);
        try (PatientCharts charts = index()) {
            assertThat(charts.patientsIn(new HashSet<>(List.of(part)))).containsExactly("bert");
            assertThat(charts.isIdOfAPatientsResource("anna")).isTrue();
            assertThat(charts.isIdOfAPatientsResource("MRN-70001")).isTrue();
            assertThat(charts.isIdOfAPatientsResource("carla")).isFalse();
            assertThat(charts.read("carla")).isEmpty();
        }
    }

    @Test
    void ofAPatientWithoutAPatientResourceThereIsNoChart() throws IOException {
        write(data, "a.ndjson", condition("c1", "Patient/gone"));
        try (PatientCharts charts = index()) {
            assertThat(charts.read("gone")).isEmpty();
        }
    }

    @Test
    void anIdIsNewOnceHoweverManyThereAre() {
        IdSet ids = new IdSet();
        for (int i = 0; i < 50_000; i++) {
            assertThat(ids.add("Observation/" + i)).isTrue();
        }
        assertThat(ids.add("Observation/49999")).isFalse();
        assertThat(ids.contains("Observation/7")).isTrue();
        assertThat(ids.contains("Observation/50000")).isFalse();
    }

    private List<String> ids(String patient) throws IOException {
        try (PatientCharts charts = index()) {
            return charts.read(patient).orElseThrow().resources().stream()
                    .map(Resource::getIdPart)
                    .toList();
        }
    }

    private PatientCharts index() throws IOException {
        return PatientCharts.index(new DataFolder(data), R4, work.resolve("spill"));
    }

    private static String condition(String id, String subject) {
        return "{\"resourceType\":\"Condition\",\"id\":\"" + id + "\",\"subject\":{\"reference\":\"" + subject + "\"}}";
    }
}
