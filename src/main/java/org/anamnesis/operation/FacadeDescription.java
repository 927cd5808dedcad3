package org.anamnesis.operation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ServerCapabilityStatementProvider;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;

/**
 * The CapabilityStatement as HAPI makes it. HAPI also reads OperationDefinitions, those it makes from method signatures, and
 * would do so instead of ours; so the reading is ours here.
 */
final class FacadeDescription extends ServerCapabilityStatementProvider {

    private final OperationDefinitions definitions;

    FacadeDescription(RestfulServer server, OperationDefinitions definitions) {
        super(server);
        this.definitions = definitions;
    }

    /** One of the published definitions, by the operation's code. */
    @Override
    public IBaseResource readOperationDefinition(IIdType id, RequestDetails details) {
        return definitions.read(id.getIdPart(), details);
    }
}
