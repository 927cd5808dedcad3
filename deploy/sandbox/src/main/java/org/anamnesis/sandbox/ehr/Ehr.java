package org.anamnesis.sandbox.ehr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.anamnesis.sandbox.authorization.WardCaller;
import org.anamnesis.sandbox.fault.Fault;
import org.anamnesis.sandbox.fault.Faults;
import org.anamnesis.sandbox.personality.Personalities;
import org.anamnesis.sandbox.personality.Personality;
import org.anamnesis.sandbox.server.ChartDatabase;
import org.anamnesis.sandbox.server.ChartLoader;
import org.anamnesis.sandbox.server.ChartStore;
import org.anamnesis.sandbox.server.EhrAddress;
import org.anamnesis.sandbox.server.PageBound;
import org.anamnesis.sandbox.staff.Practitioner;
import org.anamnesis.sandbox.staff.Staff;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The sandbox's EHR while it runs: a FHIR R4 server with SMART authorization and a page, on loopback.
 *
 * <p>It is started once, charts are loaded into it in-process, clients come by HTTP with tokens, and closing it
 * ends it.
 */
public final class Ehr implements AutoCloseable {

    private final EhrAddress address;
    private final ConfigurableApplicationContext parts;

    private Ehr(EhrAddress address, ConfigurableApplicationContext parts) {
        this.address = address;
        this.parts = parts;
    }

    /**
     * Starts the EHR and returns when it answers and its staff are on record. Throws {@link IllegalStateException} where
     * it cannot, e.g. the port is taken.
     */
    public static Ehr start(EhrSettings settings) {
        int port = freePort(settings.port());
        var address = EhrAddress.onLoopback(port, settings.productBase());
        settings.data().ifPresent(Ehr::make);
        var parts = new SpringApplicationBuilder(EhrApplication.class)
                .properties(Map.of(
                        "spring.config.name",
                        "ehr,ehr-clients",
                        "server.port",
                        port,
                        "sandbox.base",
                        address.base(),
                        "sandbox.product-base",
                        address.productBase()))
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("address", address);
                    beans.registerSingleton("directory", new ChartDatabase.Directory(settings.data()));
                    beans.registerSingleton("pageBound", new PageBound(settings.largestPage()));
                })
                .run();
        var ehr = new Ehr(address, parts);
        try {
            ehr.warmUp();
        } catch (RuntimeException e) {
            ehr.close();
            throw e;
        }
        return ehr;
    }

    /** The EHR's own address, which is also the issuer of its tokens, e.g. {@code http://127.0.0.1:8090}. */
    public URI baseUrl() {
        return URI.create(address.base());
    }

    /** The FHIR base, e.g. {@code http://127.0.0.1:8090/fhir}. */
    public URI fhirBase() {
        return URI.create(address.fhirBase());
    }

    /**
     * Writes the resources of each Bundle under their own ids; the type of the Bundle (transaction, collection, ...) does not
     * matter. References within a Bundle and conditional references to what was loaded before are kept. A Bundle is
     * written whole or not at all.
     */
    public Loaded load(Stream<Bundle> bundles) {
        var loader = parts.getBean(ChartLoader.class);
        return bundles.map(loader::load).reduce(Loaded.NOTHING, Loaded::and, (one, other) -> other);
    }

    /** Who can sign in. */
    public List<Practitioner> practitioners() {
        return Staff.practitioners();
    }

    /** How many resources of a type are stored, as written now. */
    public long count(String resourceType) {
        return parts.getBean(ChartStore.class).count(resourceType);
    }

    /** Switches a fault on, as a {@code POST} to {@code /sandbox/faults} would. */
    public void switchOn(Fault fault) {
        parts.getBean(Faults.class).add(fault);
    }

    /** Takes on a personality, as a {@code PUT} to {@code /sandbox/personality} would. */
    public void become(Personality personality) {
        parts.getBean(Personalities.class).become(personality);
    }

    /**
     * A token for the ward-caller client, fetched from this EHR's token endpoint by HTTP with a private_key_jwt
     * assertion signed by the sandbox's own key.
     *
     * @param scope the SMART scopes asked for, separated by spaces
     * @param resource the audience asked for (RFC 8707): the FHIR base or the product's facade
     */
    public String wardToken(String scope, URI resource) {
        return parts.getBean(WardCaller.class).token(scope, resource.toString());
    }

    @Override
    public void close() {
        parts.close();
    }

    private void employ() {
        var first = Staff.practitioners().getFirst();
        if (parts.getBean(ChartStore.class).isAbsent(first.reference())) {
            load(Stream.of(Staff.chart()));
        }
    }

    /**
     * Parts are made when first needed, which costs seconds. Better here than in a client's first request: HAPI clients ask
     * for the metadata first, everyone needs a token.
     */
    private void warmUp() {
        var metadata = CompletableFuture.runAsync(() -> FirstRequests.metadata(address));
        employ();
        FirstRequests.search(address, wardToken("system/Patient.s", fhirBase()));
        metadata.join();
    }

    private static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address is part of tokens and links, so the port must be known before anything starts. */
    private static int freePort(int wanted) {
        try (var probe = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("port " + wanted + " is taken", e);
        }
    }
}
