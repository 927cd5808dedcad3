package org.anamnesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.corpus.BundleCharts;
import org.anamnesis.corpus.DataFolder;
import org.anamnesis.corpus.PatientCharts;
import org.anamnesis.corpus.PatientResources;
import org.anamnesis.fhirpath.FhirPaths;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a query may come to something else than the answer that is called right. */
class ExaminationTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String VISITS = "Bundle.entry.resource.where(resourceType='Encounter').count()";
    private static final String WARD =
            "{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"finished\",\"class\":{\"code\":\"IMP\"}}";
    private static final String EMERGENCY =
            "{\"resourceType\":\"Encounter\",\"id\":\"e2\",\"status\":\"finished\",\"class\":{\"code\":\"EMER\"},\"identifier\":[{\"system\":\"urn:x/encounter-ed\",\"value\":\"7\"}]}";

    private static Corpus corpus;

    @BeforeAll
    static void noData(@TempDir Path folder, @TempDir Path work) throws Exception {
        DataFolder data = new DataFolder(folder);
        corpus = new Corpus(
                data,
                PatientCharts.index(data, R4, work.resolve("spill")),
                new BundleCharts(R4),
                R4,
                new FhirPaths(R4));
    }

    @Test
    void wordsThatAreNowhereInTheChart() {
        assertThat(difference("Bundle.entry.resource.ofType(Encounter).class.code", "[\"Inpatient stay\"]", WARD))
                .isEqualTo(Difference.ANSWER_NOT_IN_CHART);
    }

    @Test
    void equalWithoutTheEmergencyDepartmentAndWhatBelongsToIt() {
        String given =
                "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"code\":{\"text\":\"Pain\"},\"encounter\":{\"reference\":\"Encounter/e2\"}}";
        assertThat(difference(VISITS, "[1]", WARD, EMERGENCY)).isEqualTo(Difference.WITHOUT_EMERGENCY_DEPARTMENT);
        assertThat(difference("Bundle.entry.resource.ofType(Observation).exists()", "[false]", WARD, EMERGENCY, given))
                .isEqualTo(Difference.WITHOUT_EMERGENCY_DEPARTMENT);
    }

    @Test
    void aSpecimenThatNoObservationNamesSaysThatTheLaboratoryIsMissing() {
        String specimen = "{\"resourceType\":\"Specimen\",\"id\":\"s1\",\"type\":{\"coding\":[{\"code\":\"Blood\"}]}}";
        assertThat(difference(
                        "Bundle.entry.resource.where(specimen.exists()).specimen.resolve().type.coding.code",
                        "[\"Blood\"]",
                        WARD,
                        specimen))
                .isEqualTo(Difference.LABORATORY_MISSING);
    }

    @Test
    void theFirstOfEqualsDependsOnTheirOrder() {
        assertThat(difference(
                        "Bundle.entry.resource.ofType(Procedure).sort(performed).first().code.text",
                        "[\"Drain\"]",
                        procedure("p1", "Catheter"),
                        procedure("p2", "Drain")))
                .isEqualTo(Difference.ORDER);
    }

    @Test
    void anAnswerThatSaysNoneWhereThereIsOne() {
        assertThat(difference(VISITS, "[0]", WARD)).isEqualTo(Difference.ANSWER_FINDS_LESS);
    }

    @Test
    void whatNoneOfTheseExplainsCountsAgainstTheEngine() {
        assertThat(difference(VISITS, "[2]", WARD)).isEqualTo(Difference.UNEXPLAINED);
    }

    @Test
    void systemsOfTheFirstEditionAreFoundUnderTheirPresentAddress() {
        assertThat(MimicEditions.current("identifier.system='http://fhir.mimic.mit.edu/identifier/encounter-icu'"))
                .isEqualTo("identifier.system='http://mimic.mit.edu/fhir/mimic/identifier/encounter-icu'");
        assertThat(MimicEditions.current("code.coding.system='http://fhir.mimic.mit.edu/CodeSystem/microbiology-test'"))
                .isEqualTo("code.coding.system='http://mimic.mit.edu/fhir/mimic/CodeSystem/mimic-microbiology-test'");
    }

    private static Difference difference(String query, String answer, String... resources) {
        Patient patient = new Patient();
        patient.setId("Patient/pt");
        List<Resource> parsed = Arrays.stream(resources)
                .map(json -> (Resource) R4.newJsonParser().parseResource(json))
                .toList();
        OpenChart open = new OpenChart(
                new PatientResources(patient, parsed, Map.of()),
                ChartAssembly.of(
                        patient,
                        parsed,
                        new Coverage(List.of()),
                        ClinicalTime.utc(java.time.Instant.parse("2024-11-20T09:00:00Z"))));
        return new Examination(corpus)
                .of(open, query, PathValues.of(open.paths(corpus.paths()).evaluate(query), R4), Json.any(answer));
    }

    private static String procedure(String id, String name) {
        return "{\"resourceType\":\"Procedure\",\"id\":\"" + id
                + "\",\"status\":\"completed\",\"performedDateTime\":\"2024-05-01\",\"code\":{\"text\":\"" + name
                + "\"}}";
    }
}
