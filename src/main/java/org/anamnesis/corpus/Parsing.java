package org.anamnesis.corpus;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Parses resources one by one, guarded as what an EHR answers is; a broken one is counted and costs itself only. */
final class Parsing {

    private final IParser parser;
    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Integer> unreadable = new LinkedHashMap<>();

    Parsing(FhirContext fhir) {
        this.parser = fhir.newJsonParser();
        // Without a log: what the parser complains about is the patient's.
        parser.setParserErrorHandler(new LenientErrorHandler(false));
    }

    void add(byte[] json, String type) {
        try {
            JsonGuard.check(json, Limits.EHR);
            IBaseResource parsed = parser.parseResource(new ByteArrayInputStream(json));
            if (parsed instanceof Resource resource) {
                resources.add(resource);
                return;
            }
        } catch (RefusedInput | DataFormatException broken) {
            // counted below
        }
        unreadable.merge(type, 1, Integer::sum);
    }

    /** What was read; empty where there is no Patient among it. */
    Optional<PatientResources> patient() {
        return resources.stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .map(patient -> new PatientResources(patient, resources, unreadable));
    }
}
