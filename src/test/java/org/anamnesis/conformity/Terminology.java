package org.anamnesis.conformity;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * What is known of terminology offline: the codes of LOINC that we use; US Core's document types without a filter that only a
 * terminology server can expand; AIAST, which is younger than R4.
 */
final class Terminology {

    private static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final List<String> LOINC = List.of("34133-9", "54094-8", "11506-3", "18842-5", "51855-5", "60591-5");

    private Terminology() {}

    static PrePopulatedValidationSupport shims(FhirContext r4) {
        PrePopulatedValidationSupport shims = new PrePopulatedValidationSupport(r4);
        CodeSystem loinc = system("http://loinc.org");
        LOINC.forEach(code -> loinc.addConcept().setCode(code));
        shims.addCodeSystem(loinc);
        ValueSet types = new ValueSet();
        types.setUrl("http://hl7.org/fhir/us/core/ValueSet/us-core-documentreference-type");
        types.setStatus(PublicationStatus.ACTIVE);
        types.getCompose().addInclude().setSystem("http://loinc.org");
        shims.addValueSet(types);
        CodeSystem values =
                ((CodeSystem) new DefaultProfileValidationSupport(r4).fetchCodeSystem(OBSERVATION_VALUE)).copy();
        values.addConcept().setCode("AIAST").setDisplay("Artificial Intelligence asserted");
        shims.addCodeSystem(values);
        return shims;
    }

    private static CodeSystem system(String url) {
        CodeSystem system = new CodeSystem();
        system.setUrl(url);
        system.setStatus(PublicationStatus.ACTIVE);
        system.setContent(CodeSystemContentMode.FRAGMENT);
        return system;
    }
}
