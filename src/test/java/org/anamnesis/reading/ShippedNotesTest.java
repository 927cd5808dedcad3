package org.anamnesis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The charts of the sandbox, whose notes come in every format. */
class ShippedNotesTest {

    private static final Path SHIPPED = Path.of("deploy", "sandbox", "charts", "gold");

    @Test
    void theSurgicalAdmissionIsReadFromRtfDocxPdfAndABinary() throws IOException {
        Chart chart = chart("long-surgical-admission");
        assertThat(sentences(chart, "okonjo-n-hp"))
                .contains(
                        "[Medications] \u2022 hydrochlorothiazide 25 mg",
                        "[Examination and results] Lactate | 5.2",
                        "[Past medical history] Father had colon cancer at 72.");
        assertThat(sentences(chart, "okonjo-n-icu"))
                .contains("[Intensive care day 5] Creatinine peaked at 3.4, urine 70 mL/h, no dialysis.");
        assertThat(sentences(chart, "okonjo-n-dc"))
                .contains(
                        "[Course] Left pleural effusion tapped September 7.",
                        "[Course] Pelvic abscess 5.8 cm drained September 8, drain out September 14, 1.5 cm left.",
                        "[At discharge] Hemoglobin | 9.8",
                        "[Medications] - ertapenem 1 g IV daily until September 24",
                        "[To do] Basic metabolic panel September 24, PICC line out September 25, surgical clinic October 8,"
                                + " colonoscopy in November before any reversal.")
                .noneMatch(sentence -> sentence.contains("page 2 of 2"));
        assertThat(sentences(chart, "okonjo-n-stoma")).contains("[] Skin intact.");
        assertThat(body(chart, "okonjo-n-outside")).isEqualTo(new Note.Body.Unread("not-asked"));
    }

    @Test
    void theDoseConflictIsReadFromHtmlAndFromOneTextInTwoFormats() throws IOException {
        Chart chart = chart("metformin-dose-conflict");
        assertThat(sentences(chart, "lindgren-n-mar")).contains("[Medications] \u2022 metformin 1000 mg twice daily");
        assertThat(sentences(chart, "lindgren-n-feb"))
                .filteredOn(sentence -> sentence.contains("Metformin reduced from 1000 mg twice daily to 500 mg"))
                .hasSize(1);
        assertThat(note(chart, "lindgren-n-feb").attribute(Role.COMMENT).map(Attribute::text))
                .contains("also attached as plain text");
    }

    @Test
    void theAllergyClinicIsReadFromItsNarrativeAndAScanIsSaidToBeUnread() throws IOException {
        Chart chart = chart("penicillin-allergy-prescribed");
        assertThat(sentences(chart, "castellanos-n-allergy"))
                .contains(
                        "[Skin test] Penicillin, today | positive | 9 mm wheal",
                        "[Conclusion] Penicillin allergy confirmed.")
                .noneMatch(sentence -> sentence.contains("Header"));
        assertThat(body(chart, "castellanos-n-scan")).isEqualTo(new Note.Body.Unread("no-text"));
    }

    private static List<String> sentences(Chart chart, String document) {
        return chart.passages()
                .filter(passage -> isOf(chart, passage, document))
                .map(passage -> "[" + passage.section().orElse("") + "] " + passage.text())
                .toList();
    }

    private static boolean isOf(Chart chart, Passage passage, String document) {
        return chart.fact(passage.id()).orElseThrow().source().id().equals(document);
    }

    private static Note.Body body(Chart chart, String document) {
        return chart.note(note(chart, document).id()).orElseThrow().body();
    }

    private static Fact note(Chart chart, String document) {
        Map<String, Fact> notes = chart.notes().stream()
                .map(note -> chart.fact(note.id()))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(fact -> fact.source().id(), Function.identity()));
        return Optional.ofNullable(notes.get(document)).orElseThrow();
    }

    private static Chart chart(String name) throws IOException {
        Bundle bundle = (Bundle)
                ReadResources.resource(Files.readString(SHIPPED.resolve(name).resolve("bundle.json")));
        List<Resource> resources = bundle.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        Patient patient = resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow();
        return ChartAssembly.of(patient, resources, new Coverage(List.of()), ReadResources.AS_OF);
    }
}
