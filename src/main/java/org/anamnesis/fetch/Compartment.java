package org.anamnesis.fetch;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anamnesis.exchange.EhrOrigin;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether a resource is of one patient: its subject, patient, for or participant names this patient of this EHR. A
 * resource that does not say whose it is, is nobody's.
 */
record Compartment(EhrOrigin origin, String patientId) {

    private static final List<String> OWNER = List.of("subject", "patient", "for");

    boolean holds(Resource resource) {
        Stream<Reference> owners = resource instanceof Appointment appointment
                ? appointment.getParticipant().stream().map(participant -> participant.getActor())
                : owners(resource);
        return owners.anyMatch(this::isPatient);
    }

    private static Stream<Reference> owners(Resource resource) {
        return OWNER.stream()
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .map(Property::getValues)
                .flatMap(List<Base>::stream)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    private boolean isPatient(Reference reference) {
        String target = reference.getReference();
        return target != null
                && origin.idOf("Patient", target).filter(patientId::equals).isPresent();
    }
}
