package org.anamnesis.sandbox.page;

import java.util.Map;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/**
 * A patient as listed.
 *
 * @param id the logical id
 * @param name as one line
 * @param birthDate ISO date, or empty
 * @param sex administrative gender as recorded
 * @param mrn medical record number, or the first identifier, or empty
 * @param resources how many resources point at the patient
 */
public record PatientRow(String id, String name, String birthDate, String sex, String mrn, long resources) {

    private static final String MEDICAL_RECORD_NUMBER = "MR";

    static PatientRow of(Patient patient, Map<String, Long> resources) {
        var id = patient.getIdElement().getIdPart();
        return new PatientRow(
                id,
                patient.getNameFirstRep().getNameAsSingleString(),
                patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "",
                patient.hasGender() ? patient.getGender().getDisplay() : "",
                mrn(patient),
                resources.getOrDefault(id, 0L));
    }

    private static String mrn(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(identifier -> identifier.getType().getCoding().stream()
                        .anyMatch(coding -> MEDICAL_RECORD_NUMBER.equals(coding.getCode())))
                .findFirst()
                .or(() -> patient.getIdentifier().stream().findFirst())
                .map(Identifier::getValue)
                .orElse("");
    }
}
