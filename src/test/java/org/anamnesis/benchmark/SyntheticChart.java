package org.anamnesis.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A made-up chart of any size, mixed about as a generated hospital patient's: most of it results. */
final class SyntheticChart {

    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Reference PATIENT = new Reference("Patient/p1");
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private SyntheticChart() {}

    static Patient patient() {
        Patient patient = new Patient();
        patient.setId("p1");
        return patient;
    }

    /** The chart as pages of a search. */
    static List<Bundle> pages(int resources, int pageSize) {
        List<Bundle> pages = new ArrayList<>();
        for (int from = 0; from < resources; from += pageSize) {
            Bundle page = new Bundle().setType(BundleType.SEARCHSET);
            IntStream.range(from, Math.min(resources, from + pageSize))
                    .forEach(number -> page.addEntry().setResource(resource(number)));
            pages.add(page);
        }
        return pages;
    }

    private static Resource resource(int number) {
        Resource resource = switch (number % 20) {
            case 0 -> encounter(number);
            case 1 -> condition(number);
            case 2, 3 -> order(number);
            case 4, 5 -> procedure(number);
            default -> result(number);
        };
        resource.setId("r" + number);
        return resource;
    }

    private static Observation result(int number) {
        Observation result = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(concept(LOINC, "code-" + number % 90, "Test " + number % 90))
                .setSubject(PATIENT)
                .setEffective(new DateTimeType(day(number)))
                .setValue(new Quantity()
                        .setValue(BigDecimal.valueOf(number % 500, 1))
                        .setUnit("mmol/L"));
        result.addCategory(
                concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory"));
        return result;
    }

    private static Encounter encounter(int number) {
        Encounter encounter =
                new Encounter().setStatus(Encounter.EncounterStatus.FINISHED).setSubject(PATIENT);
        encounter.addType(concept(SNOMED, "visit-" + number % 7, "Visit of kind " + number % 7));
        encounter.getPeriod().setStartElement(new DateTimeType(day(number)));
        return encounter;
    }

    private static Condition condition(int number) {
        Condition condition = new Condition()
                .setCode(concept(SNOMED, "problem-" + number % 150, "Problem " + number % 150))
                .setSubject(PATIENT)
                .setOnset(new DateTimeType(day(number)));
        condition.setClinicalStatus(concept(
                "http://terminology.hl7.org/CodeSystem/condition-clinical",
                number % 3 == 0 ? "active" : "resolved",
                ""));
        return condition;
    }

    private static MedicationRequest order(int number) {
        MedicationRequest order = new MedicationRequest()
                .setStatus(number % 5 == 0 ? MedicationRequestStatus.ACTIVE : MedicationRequestStatus.STOPPED)
                .setIntent(MedicationRequestIntent.ORDER)
                .setMedication(concept(
                        "http://www.nlm.nih.gov/research/umls/rxnorm", "drug-" + number % 60, "Drug " + number % 60))
                .setSubject(PATIENT);
        order.setAuthoredOnElement(new DateTimeType(day(number)));
        order.addDosageInstruction().setText("one tablet twice daily");
        return order;
    }

    private static Procedure procedure(int number) {
        return new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(concept(SNOMED, "act-" + number % 40, "Procedure " + number % 40))
                .setSubject(PATIENT)
                .setPerformed(new DateTimeType(day(number)));
    }

    private static String day(int number) {
        return FIRST_DAY.plusDays(number % 2_000).toString();
    }

    private static CodeableConcept concept(String system, String code, String text) {
        CodeableConcept concept = new CodeableConcept().addCoding(new Coding(system, code, text));
        return text.isEmpty() ? concept : concept.setText(text);
    }
}
