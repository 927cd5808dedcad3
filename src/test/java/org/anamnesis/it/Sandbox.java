package org.anamnesis.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The sandbox's EHR and its stand-in for a model, as one process of their own. It ends with its input, so also when this
 * process is killed.
 */
final class Sandbox implements AutoCloseable {

    private static final Path HOME = Path.of("deploy", "sandbox");
    private static final Path JAR = HOME.resolve("target").resolve("anamnesis-sandbox-0.1.0-SNAPSHOT.jar");
    private static final String READY = "READY";
    private static final int LONGEST_START_SECONDS = 240;

    private final int ehrPort = Ports.free();
    private final int modelPort = Ports.free();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final StringBuffer said = new StringBuffer();
    private final Process process;

    /** Begins to start it for a product; {@link #awaitReady()} waits until it is. */
    Sandbox(URI product, Path directory) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("the sandbox is not built: run deploy/sandbox/build");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dlogging.file.name=" + directory.resolve("ehr.log"),
                "-Dlogging.threshold.console=off",
                "-cp",
                JAR + ":" + HOME.resolve("target").resolve("lib") + "/*",
                "org.anamnesis.sandbox.start.WithoutProduct"));
        command.addAll(List.of("--ehr-port", String.valueOf(ehrPort), "--model-port", String.valueOf(modelPort)));
        command.addAll(List.of("--product-base", product.toString()));
        try {
            for (Path charts : charts(directory)) {
                command.addAll(List.of("--charts", charts.toString()));
            }
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    URI ehr() {
        return URI.create("http://127.0.0.1:" + ehrPort);
    }

    URI fhir() {
        return URI.create(ehr() + "/fhir");
    }

    URI model() {
        return URI.create("http://127.0.0.1:" + modelPort);
    }

    void awaitReady() {
        ready.orTimeout(LONGEST_START_SECONDS, TimeUnit.SECONDS).join();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.equals(READY)) {
                    ready.complete(null);
                }
            }
        } catch (IOException ended) {
            said.append(ended);
        }
        ready.completeExceptionally(new IllegalStateException("the sandbox ended:\n" + said));
    }

    /** The hand-written charts, one made for these tests, and one generated patient with what it refers to. */
    private static List<Path> charts(Path directory) throws IOException {
        Path shipped = HOME.resolve("charts");
        Path generated = Files.createDirectories(directory.resolve("generated"));
        try (Stream<Path> files = Files.list(shipped.resolve("synthea"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith("Information.json.gz") || name.startsWith("Thalia")) {
                    Files.copy(file, generated.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return List.of(
                shipped.resolve("gold"),
                Path.of("src", "test", "resources", "org", "anamnesis", "it", "charts"),
                generated);
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
