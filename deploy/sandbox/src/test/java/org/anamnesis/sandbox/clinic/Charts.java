package org.anamnesis.sandbox.clinic;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Two invented patients: {@code pt-ada} with five potassium results, and {@code 4711}, whose id looks like a number. */
public final class Charts {

    public static final String ADA = "pt-ada";
    public static final String BO = "4711";

    private Charts() {}

    static Stream<Bundle> all() {
        return Stream.of(chart(ADA, "Ada", "Example", 5), chart(BO, "Bo", "Sample", 2));
    }

    private static Bundle chart(String id, String given, String family, int results) {
        var bundle = new Bundle().setType(BundleType.COLLECTION);
        var patient = new Patient();
        patient.addName().setFamily(family).addGiven(given);
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType("1950-02-03"));
        patient.addIdentifier(mrn(id));
        add(bundle, id, patient);
        var encounter = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setSubject(new Reference("Patient/" + id))
                .setPeriod(new Period().setStartElement(new DateTimeType("2024-11-10T08:00:00Z")));
        add(bundle, id + "-stay", encounter);
        add(bundle, id + "-hf", new Condition().setSubject(new Reference("Patient/" + id)));
        var file = new Binary().setContentType("text/plain").setData("A note.".getBytes(StandardCharsets.UTF_8));
        file.setSecurityContext(new Reference("Patient/" + id));
        add(bundle, id + "-file", file);
        for (int i = 0; i < results; i++) {
            var potassium = new Observation()
                    .setStatus(Observation.ObservationStatus.FINAL)
                    .setCode(new CodeableConcept().setText("Potassium"))
                    .setSubject(new Reference("Patient/" + id))
                    .setValue(new Quantity(4.0 + i / 10.0).setUnit("mmol/L"));
            add(bundle, id + "-k" + i, potassium);
        }
        return bundle;
    }

    private static Identifier mrn(String id) {
        var mrn = new Identifier().setSystem("urn:oid:2.999.1.1").setValue("MRN-" + id);
        mrn.getType().addCoding().setCode("MR");
        return mrn;
    }

    private static void add(Bundle bundle, String id, Resource resource) {
        resource.setId(id);
        bundle.addEntry().setResource(resource);
    }
}
