package org.anamnesis.reading;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;

/**
 * The two kinds of "nothing" a code can say. That a value is missing (data-absent-reason, HL7 v3 NullFlavor) is never a
 * value. That something is known not to be there, or was not asked (IPS absent-unknown), is a statement of its own.
 */
final class Absences {

    private static final Set<String> MISSING = Set.of(
            "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "http://hl7.org/fhir/data-absent-reason",
            "http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
            "http://hl7.org/fhir/v3/NullFlavor");

    private static final String MISSING_EXTENSION = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** IPS "Absent and Unknown Data", for those that come without words. */
    private static final Map<String, String> STATEMENTS = Map.ofEntries(
            Map.entry("no-allergy-info", "No information about allergies"),
            Map.entry("no-known-allergies", "No known allergies"),
            Map.entry("no-known-medication-allergies", "No known medication allergies"),
            Map.entry("no-known-environmental-allergies", "No known environmental allergies"),
            Map.entry("no-known-food-allergies", "No known food allergies"),
            Map.entry("no-problem-info", "No information about problems"),
            Map.entry("no-known-problems", "No known problems"),
            Map.entry("no-medication-info", "No information about medications"),
            Map.entry("no-known-medications", "No known medications"),
            Map.entry("no-procedure-info", "No information about past history of procedures"),
            Map.entry("no-known-procedures", "No known procedures"),
            Map.entry("no-immunization-info", "No information about immunizations"),
            Map.entry("no-known-immunizations", "No known immunizations"),
            Map.entry("no-device-info", "No information about devices"),
            Map.entry("no-known-devices", "No known devices in use"));

    private Absences() {}

    static boolean isMissing(Coding coding) {
        return coding.hasSystem() && MISSING.contains(coding.getSystem());
    }

    /** Whether a coded value says only why there is none. */
    static boolean isMissing(CodeableConcept value) {
        return value.hasCoding() && value.getCoding().stream().allMatch(Absences::isMissing);
    }

    /** Why an element has no value, in words. */
    static Optional<String> reason(Element element) {
        if (element instanceof CodeableConcept value && isMissing(value)) {
            return Words.nonBlank(value.getText())
                    .or(() -> value.getCoding().stream()
                            .map(coding ->
                                    Words.nonBlank(coding.getDisplay()).or(() -> Words.nonBlank(coding.getCode())))
                            .flatMap(Optional::stream)
                            .findFirst());
        }
        Extension missing = element.getExtensionByUrl(MISSING_EXTENSION);
        return missing == null
                ? Optional.empty()
                : Words.nonBlank(missing.getValue().primitiveValue());
    }

    /** What an absent-unknown code states. */
    static Optional<String> statement(Coding coding) {
        return coding.hasCode() ? Optional.ofNullable(STATEMENTS.get(coding.getCode())) : Optional.empty();
    }
}
