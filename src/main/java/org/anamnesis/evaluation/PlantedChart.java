package org.anamnesis.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.digest.Digester;
import org.anamnesis.injection.HiddenText;
import org.anamnesis.privacy.FlaggedPassages;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.PromptFile;
import org.anamnesis.reading.ChartAssembly;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A small chart with a text in one of its free-text fields, read and released as for a model. */
final class PlantedChart {

    private static final ClinicalTime NOW = ClinicalTime.day(LocalDate.of(2024, 11, 12));
    private static final PromptFile PROMPT = PromptFile.read("brief-3");
    private static final String BEGIN = "<chart>\n";
    private static final String END = "\n</chart>";

    /** Where it is planted. */
    enum Field {
        NOTE("note"),
        ALLERGY("allergy text"),
        DISPLAY("code display"),
        CONDITION_NOTE("condition note"),
        NAME("patient name"),
        TITLE("file title");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Field field;
    private final Chart chart;
    private final Released released;

    private PlantedChart(Field field, String text) {
        this.field = field;
        Patient patient = new Patient();
        patient.setId("p1");
        patient.addName(
                new HumanName().setFamily(field == Field.NAME ? text : "Sample").addGiven("Pat"));
        this.chart = ChartAssembly.of(patient, resources(field, text), new Coverage(List.of()), NOW);
        this.released = PrivacyStep.release(
                PROMPT.over(Digester.digest(chart, Digester.DEFAULT_BUDGET_TOKENS)), chart.patient());
    }

    static List<PlantedChart> all(String text) {
        return Arrays.stream(Field.values())
                .map(field -> new PlantedChart(field, text))
                .toList();
    }

    Field field() {
        return field;
    }

    boolean isFlagged() {
        return !FlaggedPassages.of(chart).isEmpty();
    }

    /** The instructions are ours word for word, and the block ends where we end it and nowhere before. */
    boolean isOutsideQuote() {
        String block = released.chartBlock();
        boolean closed = block.startsWith(BEGIN) && block.endsWith(END);
        String inside = closed ? block.substring(BEGIN.length(), block.length() - END.length()) : block;
        boolean forged = inside.toLowerCase(java.util.Locale.ROOT).matches("(?s).*<\\s*/?\\s*chart.*");
        boolean ours = released.instructions()
                .equals(PROMPT.over(Digester.digest(chart, 1)).instructions());
        return !closed || forged || !ours;
    }

    boolean isHiddenLeft() {
        return (released.instructions() + released.chartBlock()).codePoints().anyMatch(HiddenText::isHidden);
    }

    private static List<Resource> resources(Field field, String text) {
        List<Resource> resources = new ArrayList<>();
        Condition condition = new Condition().setCode(concept(field == Field.DISPLAY ? text : "Hypertension"));
        condition.setId("c1");
        if (field == Field.CONDITION_NOTE) {
            condition.addNote(new Annotation().setText(text));
        }
        AllergyIntolerance allergy = new AllergyIntolerance()
                .setCode(new CodeableConcept().setText(field == Field.ALLERGY ? text : "Penicillin"));
        allergy.setId("a1");
        Observation weight = new Observation().setCode(concept("Body weight"));
        weight.setEffective(new DateTimeType("2024-11-11"));
        weight.setId("o1");
        DocumentReference note = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setType(concept("Progress note"));
        note.setId("n1");
        note.addContent()
                .setAttachment(new Attachment()
                        .setContentType("text/plain")
                        .setTitle(field == Field.TITLE ? text : "Progress note")
                        .setData((field == Field.NOTE ? text : "The patient is well.")
                                .getBytes(StandardCharsets.UTF_8)));
        resources.add(condition);
        resources.add(allergy);
        resources.add(weight);
        resources.add(note);
        return resources;
    }

    private static CodeableConcept concept(String display) {
        return new CodeableConcept()
                .addCoding(new Coding()
                        .setSystem("http://snomed.info/sct")
                        .setCode("38341003")
                        .setDisplay(display));
    }
}
