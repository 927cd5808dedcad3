package org.anamnesis.boot;

import ca.uhn.fhir.context.FhirContext;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Parses and writes a first resource before the product calls itself ready: the first use of the FHIR library takes
 * seconds, which no clinician should wait for.
 */
@ApplicationScoped
public class WarmUp {

    private volatile boolean done;

    @Inject
    private @Nullable FhirContext fhir;

    @Resource
    private @Nullable ManagedExecutorService threads;

    void begin() {
        Objects.requireNonNull(threads).execute(this::warm);
    }

    private void warm() {
        FhirContext context = Objects.requireNonNull(fhir);
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(new Patient());
        bundle.addEntry().setResource(new Observation());
        String json = context.newJsonParser().encodeResourceToString(bundle);
        context.newJsonParser().parseResource(Bundle.class, json);
        context.newXmlParser().encodeResourceToString(bundle);
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
