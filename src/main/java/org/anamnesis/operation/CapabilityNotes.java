package org.anamnesis.operation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.anamnesis.ehr.EhrId;
import org.anamnesis.ehr.EhrRegistry;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Completes the CapabilityStatement: the operations' definitions and how to be let in (SMART App Launch 2.2). */
@Interceptor
public final class CapabilityNotes {

    private static final String LATER =
            "Operations that read a chart can be answered later: Prefer: respond-async. The state is asked for at Content-Location;"
                    + " when it is done, 303 leads to what the request would have been answered with at once"
                    + " (_asyncMode=bundle: 200 with a Bundle batch-response).";

    private final EhrRegistry registry;

    CapabilityNotes(EhrRegistry registry) {
        this.registry = registry;
    }

    /** Called by HAPI with the statement it made. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void complete(IBaseConformance generated, RequestDetails details) {
        CapabilityStatement statement = (CapabilityStatement) generated;
        String base = registry.facadeBase(new EhrId(details.getTenantId())).toString();
        statement.getImplementation().setUrl(base);
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            rest.setDocumentation(LATER);
            rest.getSecurity()
                    .setCors(false)
                    .addService(new CodeableConcept(new Coding(
                            "http://terminology.hl7.org/CodeSystem/restful-security-service",
                            "SMART-on-FHIR",
                            "SMART-on-FHIR")));
            // HAPI names those of types here too.
            rest.getOperation()
                    .removeIf(operation -> !OperationDefinitions.OF_THE_SYSTEM.contains(operation.getName()));
            rest.getOperation()
                    .forEach(
                            operation -> operation.setDefinition(base + "/OperationDefinition/" + operation.getName()));
            rest.getResource()
                    .forEach(resource -> resource.getOperation()
                            .forEach(operation -> operation.setDefinition(base + "/OperationDefinition/"
                                    + OperationDefinitions.idOf(resource.getType(), operation.getName()))));
        }
    }
}
