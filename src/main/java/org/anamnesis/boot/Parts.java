package org.anamnesis.boot;

import ca.uhn.fhir.context.FhirContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.acuity.Adviser;
import org.anamnesis.audit.TrailKeys;
import org.anamnesis.document.Renderer;
import org.anamnesis.draft.Extent;
import org.anamnesis.draft.LookBack;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.fetch.ReadLimits;
import org.anamnesis.fetch.RosterReader;
import org.anamnesis.fetch.SearchPlans;
import org.anamnesis.filing.EhrWriter;
import org.anamnesis.filing.FilingSettings;
import org.anamnesis.filing.WriteProfiles;
import org.anamnesis.jobs.JobSettings;
import org.anamnesis.model.ModelConfiguration;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.modelcard.ModelCard;
import org.anamnesis.review.ReviewSettings;
import org.anamnesis.store.Seal;
import org.anamnesis.store.SealKeys;
import org.anamnesis.summary.FormatProbe;
import org.anamnesis.summary.Writer;
import org.anamnesis.ward.WardReadings;
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

    /** Reads who is on a ward. */
    @Produces
    @Singleton
    public RosterReader rosters() {
        return new RosterReader(FhirContext.forR4(), ReadLimits.WARD);
    }

    void close(@Disposes RosterReader rosters) throws IOException {
        rosters.close();
    }

    /** The readings of all wards' patients; their reader has its own connections, so that a ward holds up no chart. */
    @Produces
    @Singleton
    public WardReadings wardReadings(SearchPlans plans, Clock clock) {
        return new WardReadings(new ChartReader(FhirContext.forR4(), plans.forWards(), ReadLimits.WARD), clock);
    }

    void close(@Disposes WardReadings readings) throws IOException {
        readings.close();
    }

    @Produces
    @Singleton
    public EhrWriter ehrWriter(Renderer renderer) {
        return new EhrWriter(FhirContext.forR4(), renderer);
    }

    /** How each EHR takes documents, where its settings say so. */
    @Produces
    @Singleton
    public WriteProfiles writeProfiles(EhrRegistry registry, Config config) {
        return FilingOfEhrs.profiles(registry, config);
    }

    /** How patiently documents are filed. */
    @Produces
    @Singleton
    public FilingSettings filingSettings(Config config) {
        return FilingOfEhrs.settings(config);
    }

    /** How long drafts wait for a reviewer. */
    @Produces
    @Singleton
    public ReviewSettings reviewSettings(Config config) {
        return FilingOfEhrs.review(config);
    }

    void close(@Disposes EhrWriter writer) throws IOException {
        writer.close();
    }

    /** Writes by the configured model, or by rules where none is configured. */
    @Produces
    @Singleton
    public Writer writer(LanguageModels models, EhrRegistry registry, Config config) {
        Function<String, Optional<String>> source = key -> config.getOptionalValue(key, String.class);
        Map<String, Extent> extents = ExtentsOfEhrs.read(registry, source);
        Map<String, LookBack> lookBacks = LookBacksOfEhrs.read(registry, source);
        return new Writer(
                models.gateway(),
                ehr -> PrivacyOfEhrs.of(registry, ehr, models.hosts(ehr)),
                ehr -> extents.getOrDefault(ehr, Extent.NORMAL),
                ehr -> lookBacks.getOrDefault(ehr, LookBack.ALL));
    }

    /** Asks the configured model for its words on a visit. */
    @Produces
    @Singleton
    public Adviser adviser(LanguageModels models, EhrRegistry registry) {
        return new Adviser(models.gateway(), ehr -> PrivacyOfEhrs.of(registry, ehr, models.hosts(ehr)));
    }

    /** The configured models, each to be probed before a patient's text goes to it. */
    @Produces
    @Singleton
    public LanguageModels models(Config config, EhrRegistry registry) {
        Optional<ModelConfiguration.Read> read =
                ModelConfiguration.read(config.getPropertyNames(), key -> config.getOptionalValue(key, String.class));
        read.ifPresent(known -> NamedRoutes.check(known.gateway().routes(), registry));
        return new LanguageModels(
                read.map(known -> new ModelGateway(
                        known.gateway(),
                        known.probed() ? Optional.of(FormatProbe.every(known.probeAgain())) : Optional.empty())),
                read.map(ModelConfiguration.Read::gateway));
    }

    void close(@Disposes LanguageModels models) {
        ModelBeans.unregister(models);
        models.close();
    }

    @Produces
    @Singleton
    public JobSettings jobSettings(Config config) {
        return AsyncSettings.read(key -> config.getOptionalValue(key, String.class));
    }

    /** Writes documents, with the fonts that the configuration names. */
    @Produces
    @Singleton
    public Renderer renderer(Config config) {
        return DocumentFonts.renderer(config.getOptionalValue(DocumentFonts.KEY, String.class));
    }

    @Produces
    @Singleton
    public Seal seal(Config config) {
        return SealKeys.read(config.getOptionalValue("anamnesis.data-keys", String.class), dataKeyFile(config));
    }

    /** What this installation is made of and how well it does. */
    @Produces
    @Singleton
    public ModelCard modelCard(Config config, LanguageModels models) {
        return CardOfSettings.read(
                Optional.ofNullable(Parts.class.getPackage().getImplementationVersion())
                        .orElse("0.1.0"),
                models.settings(),
                key -> config.getOptionalValue(key, String.class));
    }

    /** The keys of the audit trail. */
    @Produces
    @Singleton
    public TrailKeys trailKeys(Config config) {
        return AuditKeys.read(key -> config.getOptionalValue(key, String.class), dataKeyFile(config));
    }

    private static Path dataKeyFile(Config config) {
        Path beside = Path.of(
                config.getOptionalValue("jboss.server.data.dir", String.class).orElse("data"));
        return beside.resolve("data.key");
    }
}
