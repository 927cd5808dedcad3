package org.anamnesis.sandbox.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * The ward {@value #ID}: patients whose vital signs were taken minutes before it is asked for, as a Group and as a Location
 * with beds. The charts in files are of past years; in a list of now all of them would lack every value.
 */
public final class NightWard {

    /** The id of the Group and of the Location. */
    public static final String ID = "ward-c3";

    private static final String NAME = "Ward C3";
    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final Duration STAY = Duration.ofHours(30);

    private final Instant now;
    private final Bundle bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
    private final Group group = new Group();

    private NightWard(Instant now) {
        this.now = now;
    }

    /** The ward as it stands at a moment, with relative references. */
    public static Bundle at(Instant now) {
        NightWard ward = new NightWard(now);
        ward.build();
        return ward.bundle;
    }

    private void build() {
        add(new Location().setName(NAME), ID);
        group.setType(Group.GroupType.PERSON).setActual(true).setName(NAME);
        lines().forEach(columns -> {
            switch (columns.getFirst()) {
                case "patient" -> patient(columns);
                case "set" -> vitalSigns(columns);
                default -> throw new IllegalStateException("neither a patient nor a set: " + columns);
            }
        });
        add(group, ID);
    }

    private static Stream<List<String>> lines() {
        try (InputStream in = Objects.requireNonNull(NightWard.class.getResourceAsStream("/night-ward.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void patient(List<String> columns) {
        String id = columns.get(1);
        String[] name = columns.get(2).split(", ", 2);
        Patient patient =
                new Patient().addName(new HumanName().setFamily(name[0]).addGiven(name[1]));
        patient.setGender(AdministrativeGender.fromCode(columns.get(3)))
                .setBirthDateElement(new DateType(columns.get(4)));
        add(patient, id);
        group.addMember().setEntity(new Reference("Patient/" + id));
        String bed = ID + "-bed-" + columns.get(5);
        add(new Location().setName("Bed " + columns.get(5)).setPartOf(new Reference("Location/" + ID)), bed);
        Encounter stay = new Encounter().setStatus(Encounter.EncounterStatus.INPROGRESS);
        stay.getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("IMP");
        stay.setSubject(subject(id)).getPeriod().setStart(Date.from(now.minus(STAY)));
        stay.addLocation().setLocation(new Reference("Location/" + bed));
        add(stay, id + "-stay");
        String[] problem = columns.get(6).split(" ", 2);
        Condition condition = new Condition().setCode(concept(SNOMED, problem[0], problem[1]));
        condition.setClinicalStatus(
                concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"));
        add(condition.setSubject(subject(id)), id + "-problem");
    }

    private void vitalSigns(List<String> columns) {
        Instant taken = now.minus(Duration.ofMinutes(Long.parseLong(columns.get(2))));
        VitalSign.ALL.forEach(sign -> {
            String value = columns.get(sign.column());
            if (!value.isEmpty()) {
                Observation observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
                observation
                        .addCategory(concept(
                                "http://terminology.hl7.org/CodeSystem/observation-category",
                                "vital-signs",
                                "Vital Signs"))
                        .setCode(concept(LOINC, sign.loinc(), sign.name()))
                        .setSubject(subject(columns.get(1)))
                        .setEffective(new DateTimeType(Date.from(taken)));
                add(
                        observation.setValue(sign.value(value)),
                        columns.get(1) + "-" + columns.get(2) + "-" + sign.loinc());
            }
        });
    }

    /**
     * One column of a set.
     *
     * @param column where it stands in the line
     * @param unit UCUM; empty for a coded answer
     */
    private record VitalSign(int column, String loinc, String name, String unit) {

        static final List<VitalSign> ALL = List.of(
                new VitalSign(3, "9279-1", "Respiratory rate", "/min"),
                new VitalSign(4, "59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry", "%"),
                new VitalSign(5, "3151-8", "Inhaled oxygen flow rate", "L/min"),
                new VitalSign(6, "8480-6", "Systolic blood pressure", "mm[Hg]"),
                new VitalSign(7, "8462-4", "Diastolic blood pressure", "mm[Hg]"),
                new VitalSign(8, "8867-4", "Heart rate", "/min"),
                new VitalSign(9, "8310-5", "Body temperature", "Cel"),
                new VitalSign(10, "80288-4", "Level of consciousness", ""));

        Type value(String text) {
            return unit.isEmpty()
                    ? consciousness(text)
                    : new Quantity()
                            .setValue(new BigDecimal(text))
                            .setUnit(unit)
                            .setSystem("http://unitsofmeasure.org")
                            .setCode(unit);
        }

        private static CodeableConcept consciousness(String text) {
            return switch (text) {
                case "A" -> concept(SNOMED, "248234008", "Mentally alert");
                case "C" -> concept(SNOMED, "130987000", "Acute confusion");
                default -> throw new IllegalStateException("not known as a level of consciousness: " + text);
            };
        }
    }

    private static CodeableConcept concept(String system, String code, String display) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code).setDisplay(display);
        return concept;
    }

    private static Reference subject(String patient) {
        return new Reference("Patient/" + patient);
    }

    private void add(Resource resource, String id) {
        resource.setId(id);
        bundle.addEntry().setResource(resource);
    }
}
