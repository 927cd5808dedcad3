package org.anamnesis.boot;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.Optional;
import java.time.Clock;
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

/** The parts that the pure packages and the doors are made of, one of each. */
@ApplicationScoped
public class Parts {

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
    public Writer writer(Config config, EhrRegistry registry) {
        Optional<ModelSettings> settings = ModelSettings.read(config);
        Set<String> hosts = settings.map(model -> Set.of(model.baseUrl().getHost())).orElse(Set.of());
        return new Writer(settings.map(ModelGateway::new), ehr -> PrivacyOfEhrs.of(registry, ehr, hosts));
    }

    @Produces
    @Singleton
    public Seal seal(Config config) {
        Path beside = Path.of(
                config.getOptionalValue("jboss.server.data.dir", String.class).orElse("data"));
        return SealKeys.read(config.getOptionalValue("anamnesis.data-keys", String.class), beside.resolve("data.key"));
    }
}
