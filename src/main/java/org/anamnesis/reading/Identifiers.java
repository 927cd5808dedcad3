package org.anamnesis.reading;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Concept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Medication;
import org.jspecify.annotations.Nullable;

/**
 * A Medication's identifiers, where hospitals keep what their formulary calls it: a product code, a package code, and in
 * some EHRs the only name there is.
 */
final class Identifiers {

    private Identifiers() {}

    /** System and value of each. */
    static Stream<Map.Entry<String, String>> of(Medication medication) {
        return medication.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .filter(identifier -> !identifier.getValue().isBlank()
                        && !identifier.getValue().equals("0"))
                .map(identifier -> Map.entry(
                        identifier.getSystem(), identifier.getValue().strip()));
    }

    /** As codes somebody may call the drug by. */
    static Stream<Concept.Coding> codings(Medication medication) {
        return of(medication).map(identifier -> new Concept.Coding(identifier.getKey(), identifier.getValue(), ""));
    }

    /** Whether the codes of a coding's system are the names of drugs themselves. */
    static boolean isName(Coding coding) {
        return isName(coding.getSystem());
    }

    private static boolean isName(@Nullable String system) {
        return system != null && system.toLowerCase(Locale.ROOT).endsWith("name");
    }

    static Optional<String> name(Medication medication) {
        return medication.getIdentifier().stream()
                .filter(identifier -> isName(identifier.getSystem()))
                .map(Identifier::getValue)
                .map(Words::nonBlank)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
