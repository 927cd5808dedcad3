package org.anamnesis.boot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.model.GatewaySettings;
import org.anamnesis.model.ModelGateway;
import org.anamnesis.model.ModelStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The language models of this installation, if it has any. */
public final class LanguageModels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageModels.class);

    private final Optional<ModelGateway> gateway;
    private final Optional<GatewaySettings> settings;

    LanguageModels(Optional<ModelGateway> gateway, Optional<GatewaySettings> settings) {
        this.gateway = gateway;
        this.settings = settings;
    }

    /** The hosts of all models that an EHR's charts may go to. */
    Set<String> hosts(String ehr) {
        return settings.map(known -> known.hosts(ehr)).orElse(Set.of());
    }

    Optional<GatewaySettings> settings() {
        return settings;
    }

    Optional<ModelGateway> gateway() {
        return gateway;
    }

    /** How each stands; empty where none is configured. */
    public List<ModelStatus> status() {
        return gateway.map(ModelGateway::status).orElse(List.of());
    }

    /** Probes all of them now and says in the log what was found. */
    public void probe() {
        gateway.ifPresent(ModelGateway::probe);
        for (ModelStatus each : status()) {
            LOG.info(
                    "Language model {} ({}, {}): {}{}",
                    each.model().name(),
                    each.provider(),
                    each.model().model(),
                    each.fitness().state().word(),
                    each.fitness().why().map(why -> ", " + why).orElse(""));
        }
    }

    @Override
    public void close() {
        gateway.ifPresent(ModelGateway::close);
    }
}
