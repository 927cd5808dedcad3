package org.anamnesis.filing;

import org.hl7.fhir.r4.model.Coding;

/** The label on everything software wrote (HL7 AI Transparency on FHIR, v3-ObservationValue AIAST). */
public final class AiLabel {

    private AiLabel() {}

    /** {@code AIAST}, Artificial Intelligence asserted. */
    public static Coding coding() {
        return new Coding(
                "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
                "AIAST",
                "Artificial Intelligence asserted");
    }
}
