package org.anamnesis.sandbox.personality;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;

/** The encounters on record, from inside the server. */
final class Visits implements Function<Reference, Optional<Encounter>> {

    private final DaoRegistry daos;

    Visits(DaoRegistry daos) {
        this.daos = daos;
    }

    @Override
    public Optional<Encounter> apply(Reference reference) {
        if (!"Encounter".equals(reference.getReferenceElement().getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(daos.getResourceDao(Encounter.class)
                    .read(reference.getReferenceElement().toUnqualifiedVersionless(), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException absent) {
            return Optional.empty();
        }
    }
}
