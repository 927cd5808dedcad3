package org.anamnesis.corpus;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What the files hold of one patient.
 *
 * @param patient the Patient
 * @param resources everything of the patient, the Patient included, and what it refers to (medications, places)
 * @param unreadable how many resources were left out because they could not be read, by type
 */
public record PatientResources(Patient patient, List<Resource> resources, Map<String, Integer> unreadable) {

    public PatientResources {
        resources = List.copyOf(resources);
        unreadable = Map.copyOf(unreadable);
    }
}
