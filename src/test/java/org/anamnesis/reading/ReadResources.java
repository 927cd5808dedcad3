package org.anamnesis.reading;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.ClinicalTime;
import org.anamnesis.chart.Coverage;
import org.anamnesis.chart.Fact;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** Small FHIR resources, written in the tests, as a chart. */
final class ReadResources {

    static final FhirContext R4 = FhirContext.forR4Cached();
    static final ClinicalTime AS_OF = ClinicalTime.minute(LocalDateTime.of(2024, 11, 20, 9, 0), ZoneOffset.UTC);

    private ReadResources() {}

    static Resource resource(String json) {
        IParser parser = R4.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        return (Resource) parser.parseResource(json);
    }

    static Chart chart(String... resources) {
        Patient patient = new Patient();
        patient.setId("Patient/p");
        List<Resource> parsed = new ArrayList<>(
                Arrays.stream(resources).map(ReadResources::resource).toList());
        return ChartAssembly.of(patient, parsed, new Coverage(List.of()), AS_OF);
    }

    /** The only fact of what these resources say. */
    static Fact fact(String... resources) {
        List<Fact> facts = chart(resources).facts();
        if (facts.size() != 1) {
            throw new AssertionError("one fact expected, but: " + facts);
        }
        return facts.getFirst();
    }
}
