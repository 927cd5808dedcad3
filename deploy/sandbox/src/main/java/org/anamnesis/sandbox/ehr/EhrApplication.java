package org.anamnesis.sandbox.ehr;

import org.anamnesis.sandbox.access.Access;
import org.anamnesis.sandbox.authorization.AuthorizationServer;
import org.anamnesis.sandbox.fault.FaultSwitches;
import org.anamnesis.sandbox.page.Pages;
import org.anamnesis.sandbox.personality.PersonalitySwitch;
import org.anamnesis.sandbox.server.ChartDatabase;
import org.anamnesis.sandbox.server.ChartLoader;
import org.anamnesis.sandbox.server.ChartStore;
import org.anamnesis.sandbox.server.FhirEndpoint;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The parts of the EHR and the few auto-configurations they use. Naming those few instead of letting Spring Boot look
 * through the class path starts faster and keeps HAPI's many optional libraries from switching anything on.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({
    ChartDatabase.class,
    ChartStore.class,
    ChartLoader.class,
    FhirEndpoint.class,
    AuthorizationServer.class,
    Access.class,
    FaultSwitches.class,
    PersonalitySwitch.class,
    Pages.class
})
class EhrApplication {}
