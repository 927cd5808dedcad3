package org.anamnesis.evaluation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.corpus.PatientCharts;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;

/**
 * The race of the patients of visits, where their charts are among the data (US Core). It is looked up when everything was run,
 * to count by it; no rule ever sees it.
 */
record Races(Map<String, String> byPatient) {

    static final String NOT_TOLD = "not told";

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race";

    Races {
        byPatient = Map.copyOf(byPatient);
    }

    static Races of(Scored scored, PatientCharts charts) throws IOException {
        Map<String, String> races = new HashMap<>();
        for (Scored.Entry entry : scored.run().toList()) {
            String patient = entry.measures().path("patient").asText();
            if (!races.containsKey(patient)) {
                Optional<String> race = charts.patient(patient).flatMap(Races::text);
                races.put(patient, race.orElse(NOT_TOLD));
            }
        }
        return new Races(races);
    }

    String of(Scored.Entry entry) {
        return byPatient.getOrDefault(entry.measures().path("patient").asText(), NOT_TOLD);
    }

    /** Whether it is known of anybody. */
    boolean areKnown() {
        return byPatient.values().stream().anyMatch(race -> !race.equals(NOT_TOLD));
    }

    private static Optional<String> text(Patient patient) {
        return Optional.ofNullable(patient.getExtensionByUrl(US_CORE))
                .map(race -> race.getExtensionByUrl("text"))
                .map(Extension::getValue)
                .map(value -> value.primitiveValue());
    }
}
