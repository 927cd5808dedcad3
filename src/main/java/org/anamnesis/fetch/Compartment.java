package org.anamnesis.fetch;

import org.anamnesis.exchange.EhrOrigin;
import org.anamnesis.reading.Owners;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether a resource is of one patient: its subject, patient, for or participant names this patient of this EHR. A
 * resource that does not say whose it is, is nobody's.
 */
record Compartment(EhrOrigin origin, String patientId) {

    boolean holds(Resource resource) {
        return Owners.of(resource).anyMatch(this::isPatient);
    }

    private boolean isPatient(Reference reference) {
        String target = reference.getReference();
        return target != null
                && origin.idOf("Patient", target).filter(patientId::equals).isPresent();
    }
}
