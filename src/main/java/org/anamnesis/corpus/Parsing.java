package org.anamnesis.corpus;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.guard.JsonGuard;
import org.anamnesis.guard.Limits;
import org.anamnesis.guard.RefusedInput;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
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

    /** An entry of a Bundle: its resource, whatever else it says. */
    void addEntry(byte[] json) {
        String type = "Bundle";
        try {
            ResourceScan scanned = ResourceScan.ofEntry(json);
            type = scanned.type();
            JsonGuard.check(json, Limits.EHR);
            Bundle bundle = parser.parseResource(Bundle.class, new ByteArrayInputStream(bundled(json)));
            Resource resource = bundle.getEntryFirstRep().getResource();
            // The parser takes an entry's address for the id of what it holds.
            resource.setId(scanned.reference());
            resources.add(resource);
        } catch (IOException | DataFormatException broken) {
            unreadable.merge(type, 1, Integer::sum);
        }
    }

    private static byte[] bundled(byte[] entry) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(entry.length + 64);
        bundle.writeBytes("{\"resourceType\":\"Bundle\",\"entry\":[".getBytes(StandardCharsets.US_ASCII));
        bundle.writeBytes(entry);
        bundle.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return bundle.toByteArray();
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
