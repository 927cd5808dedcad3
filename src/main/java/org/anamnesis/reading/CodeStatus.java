package org.anamnesis.reading;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Orders that tell what is to be done or left in an emergency: portable medical orders, resuscitation orders. */
final class CodeStatus {

    /** US Core category "portable medical order", LOINC 100822-6 and 45473-6, SNOMED CT not for resuscitation. */
    private static final Set<String> CODES = Set.of("PMO", "100822-6", "45473-6", "304253006", "89666000");

    private CodeStatus() {}

    static boolean isToldBy(ServiceRequest order) {
        return Stream.concat(order.getCategory().stream(), Stream.of(order.getCode()))
                .flatMap(concept -> concept.getCoding().stream())
                .filter(Coding::hasCode)
                .anyMatch(coding -> CODES.contains(coding.getCode()));
    }
}
