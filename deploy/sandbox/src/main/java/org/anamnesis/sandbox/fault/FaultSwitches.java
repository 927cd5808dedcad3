package org.anamnesis.sandbox.fault;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Where the faults strike: at the connector, in front of everything, and around the FHIR server. */
@Configuration(proxyBeanMethods = false)
@Import(FaultDesk.class)
public class FaultSwitches {

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    FaultyAnswers faultyAnswers(Faults faults, FhirContext fhir) {
        return new FaultyAnswers(faults, fhir);
    }

    @Bean
    FilterRegistrationBean<FaultyRequests> faultyRequests(Faults faults) {
        var filter = new FilterRegistrationBean<>(new FaultyRequests(faults));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> droppedConnections() {
        return tomcat -> tomcat.addContextValves(new DroppedConnections());
    }
}
