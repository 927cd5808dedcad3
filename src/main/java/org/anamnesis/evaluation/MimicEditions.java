package org.anamnesis.evaluation;

import java.util.List;
import java.util.Map;

/**
 * MIMIC-IV on FHIR in its first edition and as of 2.x. The questions of FHIRPath-QA name identifier and code systems as the
 * first edition did; the data call the same systems by other addresses.
 */
final class MimicEditions {

    private static final List<Map.Entry<String, String>> RENAMED = List.of(
            Map.entry("http://fhir.mimic.mit.edu/identifier/", "http://mimic.mit.edu/fhir/mimic/identifier/"),
            Map.entry("http://fhir.mimic.mit.edu/CodeSystem/", "http://mimic.mit.edu/fhir/mimic/CodeSystem/mimic-"));

    private MimicEditions() {}

    /** An expression with the systems under their present addresses. */
    static String current(String expression) {
        String renamed = expression;
        for (Map.Entry<String, String> system : RENAMED) {
            renamed = renamed.replace(system.getKey(), system.getValue());
        }
        return renamed;
    }
}
