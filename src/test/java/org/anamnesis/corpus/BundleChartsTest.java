package org.anamnesis.corpus;

import static org.anamnesis.corpus.FilesOfATest.write;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts that are a Bundle each, and folders with an answer key. */
class BundleChartsTest {

    private final BundleCharts charts = new BundleCharts(FhirContext.forR4Cached());

    @TempDir
    Path data;

    @Test
    void readsABundleOfAnyKindWithTheDigitsThatWereWritten() throws IOException {
        Path file = write(
                data,
                "one.json.gz",
                bundle(
                        "transaction",
                        "anna",
                        "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"code\":{\"text\":\"Potassium\"},\"valueQuantity\":{\"value\":5.90}}"));
        PatientResources chart = charts.read(file).orElseThrow();
        assertThat(chart.patient().getIdPart()).isEqualTo("anna");
        Observation potassium = (Observation) chart.resources().get(1);
        assertThat(potassium.getValueQuantity().getValue().toPlainString()).isEqualTo("5.90");
    }

    @Test
    void refusesOneHostileResourceAndKeepsTheOthers() throws IOException {
        Path file = write(
                data,
                "one.json",
                bundle(
                        "collection",
                        "anna",
                        "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"valueQuantity\":{\"value\":1e999999999}}"));
        PatientResources chart = charts.read(file).orElseThrow();
        assertThat(chart.resources()).hasSize(1);
        assertThat(chart.unreadable()).containsEntry("Observation", 1);
    }

    @Test
    void aFileWithoutAPatientIsNoChart() throws IOException {
        Path hospital = write(
                data,
                "hospital.json",
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Organization\",\"id\":\"h1\"}}]}");
        Path broken = write(data, "broken.json", "{\"resourceType\":");
        Path anna =
                write(data, "anna.json", bundle("collection", "anna", "{\"resourceType\":\"Basic\",\"id\":\"b-1\"}"));
        assertThat(charts.charts(List.of(hospital, broken, anna))).containsExactly(anna);
    }

    @Test
    void knowsAnIdOfAnotherChart() throws IOException {
        Path anna =
                write(data, "anna.json", bundle("collection", "anna", "{\"resourceType\":\"Basic\",\"id\":\"b-1\"}"));
        Path bert =
                write(data, "bert.json", bundle("collection", "bert", "{\"resourceType\":\"Basic\",\"id\":\"b-2\"}"));
        charts.charts(List.of(anna, bert));
        assertThat(charts.isOfAnotherChart("b-2", anna)).isTrue();
        assertThat(charts.isOfAnotherChart("b-1", anna)).isFalse();
        assertThat(charts.isOfAnotherChart("b-3", anna)).isFalse();
    }

    @Test
    void ofAFolderWithAnAnswerKeyOnlyIdsAndTextsAreSeen() throws IOException {
        Path bundle = write(data, "gold/case/bundle.json", bundle("collection", "anna", "{}"));
        write(data, "gold/case/gold.json", "{\"one_liner\":\"PLANTED\",\"statements\":\"PLANTED\"}");
        write(
                data,
                "gold/case/statements.jsonl",
                "{\"id\":\"s1\",\"claim\":\"She is well.\",\"label\":\"PLANTED\",\"quote\":\"PLANTED\"}",
                "{broken");
        write(data, "gold/case/questions.jsonl", "{\"id\":\"q1\",\"question\":\"Is she?\",\"answer\":\"PLANTED\"}");
        Row.Whole row =
                (Row.Whole) GoldFolders.read(new DataFolder(data), "gold").get(bundle);
        assertThat(row.item().toString()).doesNotContain("PLANTED");
        assertThat(row.item().parts("statements"))
                .extracting(part -> part.text("claim").orElseThrow())
                .containsExactly("She is well.");
        assertThat(row.item().parts("questions")).extracting(Item::id).containsExactly("q1");
        assertThat(row.gold().field("statements").get(0).path("label").asText()).isEqualTo("PLANTED");
        assertThat(row.gold().text("one_liner")).contains("PLANTED");
    }

    private static String bundle(String kind, String patient, String other) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"" + kind
                + "\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"" + patient
                + "\"}},{\"resource\":" + other + "}]}";
    }
}
