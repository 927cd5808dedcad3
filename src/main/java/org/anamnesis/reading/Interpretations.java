package org.anamnesis.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/** What a result means, in one manner of words: HL7 v3 ObservationInterpretation, else the source's own words. */
final class Interpretations {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("H", "high"),
            Map.entry("HH", "critically high"),
            Map.entry("L", "low"),
            Map.entry("LL", "critically low"),
            Map.entry("A", "abnormal"),
            Map.entry("AA", "critically abnormal"),
            Map.entry("N", "normal"),
            Map.entry("POS", "positive"),
            Map.entry("NEG", "negative"),
            Map.entry("IND", "indeterminate"),
            Map.entry("S", "susceptible"),
            Map.entry("I", "intermediate"),
            Map.entry("R", "resistant"),
            Map.entry("DET", "detected"),
            Map.entry("ND", "not detected"));

    private Interpretations() {}

    static List<CodeableConcept> of(Observation observation) {
        return observation.getInterpretation().stream()
                .map(Interpretations::worded)
                .toList();
    }

    private static CodeableConcept worded(CodeableConcept interpretation) {
        return interpretation.getCoding().stream()
                .filter(Coding::hasCode)
                .map(coding -> WORDS.get(coding.getCode()))
                .filter(Objects::nonNull)
                .findFirst()
                .map(words -> new CodeableConcept().setText(words))
                .orElse(interpretation);
    }
}
