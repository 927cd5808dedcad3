package org.anamnesis.reading;

import java.util.Optional;
import org.anamnesis.chart.Attribute.Role;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;

/** How much of a medicine was handed out, or may be. */
final class Supplies {

    private Supplies() {}

    static void add(Attributes attributes, MedicationRequestDispenseRequestComponent allowed) {
        attributes
                .value(Role.SUPPLY, Values.measured(allowed.getQuantity()))
                .value(Role.SUPPLY, Values.measured(allowed.getExpectedSupplyDuration()));
        if (allowed.hasNumberOfRepeatsAllowed()) {
            attributes.words(Role.SUPPLY, Optional.of(allowed.getNumberOfRepeatsAllowed() + " repeats"));
        }
    }

    static void add(Attributes attributes, MedicationDispense dispensed) {
        attributes
                .value(Role.SUPPLY, Values.measured(dispensed.getQuantity()))
                .value(Role.SUPPLY, Values.measured(dispensed.getDaysSupply()));
    }
}
