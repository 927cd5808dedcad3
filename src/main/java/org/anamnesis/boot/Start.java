package org.anamnesis.boot;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.anamnesis.audit.AuditEvent;
import org.anamnesis.audit.AuditEvent.Kind;
import org.anamnesis.audit.AuditTrail;
import org.anamnesis.background.BackgroundQueue;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.fetch.ChartReader;
import org.anamnesis.filing.WriteFit;
import org.anamnesis.forwarding.AuditForwarding;
import org.anamnesis.modelcard.ModelCard;
import org.anamnesis.recall.IndexWork;
import org.anamnesis.review.ExpiryWork;
import org.anamnesis.smart.ClientKeys;
import org.anamnesis.store.Schema;
import org.anamnesis.store.Seal;
import org.anamnesis.summary.Writer;
import org.anamnesis.web.SessionEnds;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date and reads every setting, so that a wrong one stops the deployment and not a patient's chart. */
@ApplicationScoped
public class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    @Resource(lookup = "java:jboss/datasources/Anamnesis")
    private @Nullable DataSource database;

    void start(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            EhrRegistry registry,
            ClientKeys keys,
            Seal seal,
            Writer writer,
            ChartReader charts,
            LanguageModels models,
            AuditTrail audit,
            ModelCard card,
            AuditForwarding forwarding,
            WarmUp warmUp,
            WriteFit fit,
            BackgroundQueue background,
            Config config) {
        KnownSettings.refuseOthers(config.getPropertyNames());
        Schema.migrate(Objects.requireNonNull(database));
        // From here on the trail is keyed, and its head sealed.
        audit.record(new AuditEvent(Kind.STARTED, "", Optional.empty(), "anamnesis", "a node started")
                .with(AuditEvent.Outcome.DONE));
        background.start();
        background.ensure(ExpiryWork.NAME, ExpiryWork.NAME, Instant.now().plus(ExpiryWork.EVERY));
        background.ensure(IndexWork.NAME, IndexWork.NAME, Instant.now());
        background.ensure(SessionEnds.NAME, SessionEnds.NAME, Instant.now());
        if (forwarding.isOn()) {
            forwarding.promise();
            background.ensure(AuditForwarding.NAME, AuditForwarding.NAME, Instant.now());
        }
        LOG.info("Anamnesis serves {} EHR(s); summaries are {}", registry.all().size(), writer.description());
        registry.all().forEach(ehr -> charts.getToKnow(ehr.fhirBase()));
        fit.tell();
        warmUp.begin();
        Thread.ofVirtual().name("model-probe").start(models::probe);
        ModelBeans.register(models);
    }
}
