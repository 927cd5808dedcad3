package org.anamnesis.boot;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.anamnesis.acuity.Adviser;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.filing.EhrWriter;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelSettings;
import org.anamnesis.store.Seal;
import org.anamnesis.store.SealKeys;
import org.anamnesis.summary.Writer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The parts that the pure packages and the doors are made of, one of each. */
@ApplicationScoped
public class Parts {

    private @Nullable Optional<ModelGateway> gateway;

    @Produces
    @Singleton
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** The facade's FHIR context; the clients have their own. */
    @Produces
    @Singleton
    public FhirContext fhir() {
        return FhirContext.forR4();
    }

    /** Each EHR's own search plan, where its settings name one. */
    @Produces
    @Singleton
    public SearchPlans searchPlans(EhrRegistry registry) {
        return PlansOfEhrs.read(registry);
    }

    @Produces
    @Singleton
    public ChartReader charts(SearchPlans plans) {
        return new ChartReader(FhirContext.forR4(), plans, ReadLimits.DEFAULT);
    }

    void close(@Disposes ChartReader reader) throws IOException {
        reader.close();
    }

    @Produces
    @Singleton
    public EhrWriter ehrWriter() {
        return new EhrWriter(FhirContext.forR4());
    }

    void close(@Disposes EhrWriter writer) throws IOException {
        writer.close();
    }

    /** Writes by the configured model, or by rules where none is configured. */
    @Produces
    @Singleton
    public Writer writer(Config config) {
        return new Writer(gateway(config));
    }

    /** Asks the configured model for its words on a visit. */
    @Produces
    @Singleton
    public Adviser adviser(Config config) {
        return new Adviser(gateway(config));
    }

    /** One gateway for all who ask: its bound on answers at a time is the model's, not the asker's. */
    private synchronized Optional<ModelGateway> gateway(Config config) {
        if (gateway == null) {
            gateway = ModelSettings.read(config).map(ModelGateway::new);
        }
        return gateway;
    }

    @Produces
    @Singleton
    public Seal seal(Config config) {
        Path beside = Path.of(
                config.getOptionalValue("jboss.server.data.dir", String.class).orElse("data"));
        return SealKeys.read(config.getOptionalValue("anamnesis.data-keys", String.class), beside.resolve("data.key"));
    }
}
