package org.anamnesis.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Whose a resource says it is: its subject, patient, for or participants. */
public final class Owners {

    private static final List<String> ELEMENTS = List.of("subject", "patient", "for");

    private Owners() {}

    /** The references that say it. A resource without one does not say whose it is. */
    public static Stream<Reference> of(Resource resource) {
        return resource instanceof Appointment appointment
                ? appointment.getParticipant().stream().map(participant -> participant.getActor())
                : properties(resource).map(Property::getValues)
                        .flatMap(List<Base>::stream)
                        .filter(Reference.class::isInstance)
                        .map(Reference.class::cast);
    }

    private static Stream<Property> properties(Resource resource) {
        return ELEMENTS.stream().flatMap(name -> Optional.ofNullable(resource.getNamedProperty(name)).stream());
    }
}
