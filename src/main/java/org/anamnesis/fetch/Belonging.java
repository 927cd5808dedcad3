package org.anamnesis.fetch;

import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * Which resources of an answer are taken: those of the searched type, and where something was to come along, others too; but
 * only this patient's, and those of the types that are nobody's (a medication, a ward).
 *
 * @param compartment whose chart it is
 * @param type the searched type
 * @param along whether something was to come along
 */
record Belonging(Compartment compartment, String type, boolean along) {

    private static final Set<String> NOBODYS =
            Set.of("Medication", "Substance", "Location", "Organization", "Practitioner", "PractitionerRole");

    boolean isSearched(Resource resource) {
        return resource.fhirType().equals(type);
    }

    boolean holds(Resource resource) {
        return (along || isSearched(resource))
                && (NOBODYS.contains(resource.fhirType()) || compartment.holds(resource));
    }
}
