package org.anamnesis.sandbox.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.ips.generator.IpsGeneratorSvcImpl;
import ca.uhn.fhir.jpa.ips.jpa.DefaultJpaIpsGenerationStrategy;
import ca.uhn.fhir.jpa.ips.provider.IpsOperationProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR REST endpoint, at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
public class FhirEndpoint {

    private static final int DEFAULT_PAGE = 50;
    private static final int LARGEST_PAGE = 1000;

    @Bean
    DatabaseBackedPagingProvider pagingProvider(PageBound bound) {
        var paging = new DatabaseBackedPagingProvider();
        int largest = bound.largest().orElse(LARGEST_PAGE);
        paging.setDefaultPageSize(Math.min(DEFAULT_PAGE, largest));
        paging.setMaximumPageSize(largest);
        return paging;
    }

    /** {@code $summary} of the International Patient Summary. The generator prepares the strategy itself, and only once. */
    @Bean
    IpsOperationProvider patientSummaries(FhirContext fhir, DaoRegistry daos) {
        var strategy = new DefaultJpaIpsGenerationStrategy();
        strategy.setFhirContext(fhir);
        strategy.setDaoRegistry(daos);
        return new IpsOperationProvider(new IpsGeneratorSvcImpl(fhir, strategy));
    }

    @Bean
    RestfulServer restfulServer(
            EhrAddress address,
            IFhirSystemDao<Bundle, Meta> system,
            JpaSystemProvider<Bundle, Meta> systemProvider,
            ResourceProviderFactory resources,
            JpaStorageSettings storage,
            ISearchParamRegistry searchParameters,
            IValidationSupport validation,
            DatabaseBackedPagingProvider paging,
            IpsOperationProvider summaries,
            ObjectProvider<FhirInterceptor> interceptors) {
        var server = new RestfulServer(system.getContext());
        server.setServerAddressStrategy(new HardcodedServerAddressStrategy(address.fhirBase()));
        server.registerProviders(resources.createProviders());
        server.registerProvider(systemProvider);
        server.registerProvider(summaries);
        var capabilities = new JpaCapabilityStatementProvider(server, system, storage, searchParameters, validation);
        capabilities.setImplementationDescription("Sandbox EHR of Anamnesis; fictional patients only");
        server.setServerConformanceProvider(capabilities);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setPagingProvider(paging);
        interceptors.orderedStream().forEach(server::registerInterceptor);
        return server;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(RestfulServer server) {
        var servlet = new ServletRegistrationBean<>(server, EhrAddress.FHIR_PATH + "/*");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
