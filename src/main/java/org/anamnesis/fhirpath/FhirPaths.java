package org.anamnesis.fhirpath;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Bundle;

/** The engine, made once for many Bundles. Not for several threads at a time. */
public final class FhirPaths {

    private final FHIRPathEngine engine;

    public FhirPaths(FhirContext fhir) {
        this.engine = new JsonNames(new HapiWorkerContext(fhir, new TypeNames(fhir)));
        engine.setHostServices(new AddedFunctions());
    }

    /** Expressions over one Bundle, whose resources are known by what refers to them. */
    public BundlePaths over(Bundle bundle) {
        return new BundlePaths(engine, bundle);
    }
}
