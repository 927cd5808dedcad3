package org.anamnesis.ehr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Reads the registry when the product is deployed; a wrong setting stops the deployment there and then. */
@ApplicationScoped
public class RegistryAtStart {

    /** The registry of this installation. */
    @Produces
    @Singleton
    public EhrRegistry registry(Config config) {
        return EhrSettings.read(config.getPropertyNames(), key -> config.getOptionalValue(key, String.class));
    }

    /** Asks for the registry before any request can. */
    void read(@Observes @Initialized(ApplicationScoped.class) Object start, EhrRegistry registry) {
        registry.all();
    }
}
