package org.anamnesis.filing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;

/** A client for writing into one EHR. */
final class EhrClient {

    private EhrClient() {}

    static IGenericClient open(FhirContext fhir, FilingTarget target) {
        IRestfulClientFactory factory = new ApacheRestfulClientFactory(fhir);
        int timeout = Math.toIntExact(target.timeout().toMillis());
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout(timeout);
        factory.setConnectionRequestTimeout(timeout);
        factory.setSocketTimeout(timeout);
        IGenericClient client = factory.newGenericClient(target.fhirBase().toString());
        client.setEncoding(EncodingEnum.JSON);
        client.registerInterceptor(
                new BearerTokenAuthInterceptor(target.bearer().get()));
        return client;
    }
}
