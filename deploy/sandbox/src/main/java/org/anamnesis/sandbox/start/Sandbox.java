package org.anamnesis.sandbox.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.anamnesis.sandbox.charts.Loading;
import org.anamnesis.sandbox.charts.NightWard;
import org.anamnesis.sandbox.check.Places;
import org.anamnesis.sandbox.check.RoundTrip;
import org.anamnesis.sandbox.ehr.Ehr;
import org.anamnesis.sandbox.ehr.EhrSettings;
import org.anamnesis.sandbox.model.ModelStub;
import org.anamnesis.sandbox.staff.Practitioner;
import org.jspecify.annotations.Nullable;

/** All parts of the sandbox while they run. Whatever has been started is stopped by {@link #close()}, in any state. */
final class Sandbox implements AutoCloseable {

    private final Options options;
    private final Progress progress;
    private final ProductFiles files;
    private @Nullable ModelStub model;
    private @Nullable Product product;
    private @Nullable Ehr ehr;
    private final PatientSizes patients = new PatientSizes();
    private double readySeconds;
    private volatile boolean closed;

    Sandbox(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.files = new ProductFiles(options);
    }

    /** Starts everything, the parts side by side, and returns when all are ready and the charts are loaded. */
    void start() throws IOException, InterruptedException {
        if (!options.rules()) {
            keep(ModelStub.start(options.ports().model()));
            progress.say("model stand-in ready (scripted, no language model)");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ExecutorCompletionService<Boolean>(threads);
            parts.submit(() -> {
                startEhr();
                return true;
            });
            parts.submit(() -> {
                startProduct();
                return true;
            });
            try {
                parts.take().get();
                parts.take().get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                close();
                throw new IOException(message(e.getCause()), e);
            }
        }
    }

    private static String message(@Nullable Throwable cause) {
        String text = cause == null ? null : cause.getMessage();
        return text == null ? "a part did not start" : text;
    }

    private void startEhr() throws IOException {
        long begin = System.nanoTime();
        EhrSettings usual = EhrSettings.usual().onPort(options.ports().ehr()).forProduct(options.productBase());
        OptionalInt largestPage = options.ehr().largestPage();
        Ehr started = keep(Ehr.start(largestPage.isPresent() ? usual.withPagesOf(largestPage.getAsInt()) : usual));
        started.become(options.ehr().personality());
        options.ehr().faults().forEach(started::switchOn);
        progress.say("EHR ready" + Progress.took(begin));
        begin = System.nanoTime();
        Loading loading = Loading.of(options.chartDirectories(), bundle -> {
            patients.count(bundle);
            started.load(Stream.of(bundle));
        });
        started.load(Stream.of(NightWard.at(Instant.now())));
        loading.remarks().forEach(progress::say);
        progress.say("charts loaded: " + started.count("Patient") + " patients, " + loading.resources()
                + " resources of files, ward C3 of tonight" + Progress.took(begin));
    }

    private void startProduct() throws IOException, InterruptedException {
        files.prepare();
        long begin = System.nanoTime();
        Product started = keep(Product.start(options, files));
        started.awaitReady();
        readySeconds = Progress.seconds(begin);
        progress.say("product ready on WildFly" + Progress.took(begin));
    }

    /** Who can sign in at the EHR. */
    List<Practitioner> practitioners() {
        return ehr == null ? List.of() : ehr.practitioners();
    }

    /** Where the product's files are. */
    ProductFiles files() {
        return files;
    }

    /** Does the round trip as real clients do, with the figures of this run; tells whether all of it held. */
    boolean roundTrip() throws IOException, InterruptedException {
        Ehr running = Optional.ofNullable(ehr).orElseThrow(() -> new IllegalStateException("the EHR does not run"));
        var places = new Places(
                running.baseUrl(),
                running.fhirBase(),
                URI.create(options.productBase() + "/fhir/sandbox"),
                Optional.ofNullable(model).map(ModelStub::baseUrl));
        var trip = new RoundTrip(places, running, patients.bySize(), System.out);
        boolean held = trip.run();
        trip.say(String.format(
                Locale.ROOT, "WildFly ready in %.1f s, WAR %.1f MB", readySeconds, Files.size(files.war()) / 1e6));
        return held;
    }

    /** Waits until the server ends by itself. */
    void awaitEnd() throws InterruptedException {
        Product running = product;
        if (running != null) {
            running.waitFor();
        }
    }

    /** Whether it is being stopped, or is. */
    boolean isClosed() {
        return closed;
    }

    private synchronized Ehr keep(Ehr started) {
        ehr = started;
        return refuseIfClosed(started);
    }

    private synchronized Product keep(Product started) {
        product = started;
        return refuseIfClosed(started);
    }

    private synchronized ModelStub keep(ModelStub started) {
        model = started;
        return refuseIfClosed(started);
    }

    /** A part that came up while everything was being stopped goes down at once. */
    private <T extends AutoCloseable> T refuseIfClosed(T started) {
        if (closed) {
            try {
                started.close();
            } catch (Exception e) {
                throw new IllegalStateException("a part did not stop", e);
            }
            throw new IllegalStateException("stopped while starting");
        }
        return started;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        Stream.of(Optional.<AutoCloseable>ofNullable(product), Optional.ofNullable(model), Optional.ofNullable(ehr))
                .flatMap(Optional::stream)
                .forEach(this::stop);
    }

    private void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.say("did not stop cleanly: " + e.getClass().getSimpleName());
        }
    }
}
