package org.anamnesis.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sandbox's EHR with the big patient, as a process of its own that ends with its input, and its own record of requests. */
final class SandboxEhr implements AutoCloseable {

    private static final String READY = "READY";

    private final Process process;
    private final Path requests;
    private final int port;

    SandboxEhr(Path sandbox, Path scratch) throws IOException {
        this(
                sandbox,
                scratch,
                List.of("--charts", sandbox.resolve("target/charts/big").toString()));
    }

    /** The same with other charts, and whatever else it can be told. */
    SandboxEhr(Path sandbox, Path scratch, List<String> options) throws IOException {
        this.port = freePort();
        this.requests = scratch.resolve("requests.log");
        Files.deleteIfExists(requests);
        Path target = sandbox.resolve("target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dlogging.file.name=" + scratch.resolve("ehr.log"),
                "-Dlogging.threshold.console=off",
                "-Dserver.tomcat.accesslog.enabled=true",
                "-Dserver.tomcat.accesslog.directory=" + scratch.toAbsolutePath(),
                "-Dserver.tomcat.accesslog.prefix=requests",
                "-Dserver.tomcat.accesslog.suffix=.log",
                "-Dserver.tomcat.accesslog.rotate=false",
                "-Dserver.tomcat.accesslog.buffered=false",
                "-Dserver.tomcat.accesslog.pattern=%s %B %U",
                "-cp",
                target.resolve("anamnesis-sandbox-0.1.0-SNAPSHOT.jar") + ":" + target.resolve("lib") + "/*",
                "org.anamnesis.sandbox.start.WithoutProduct",
                "--ehr-port",
                String.valueOf(port),
                "--model-port",
                String.valueOf(freePort())));
        command.addAll(options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady();
    }

    private void awaitReady() throws IOException {
        // Not closed: closing it would end the process.
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(READY)) {
                return;
            }
        }
        throw new IOException("the EHR ended before it was ready");
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI fhir() {
        return URI.create(issuer() + "/fhir");
    }

    /** A token that may read everything; it lives five minutes. */
    String token() throws IOException {
        String form = "scope=" + encoded("system/*.rs") + "&resource=" + encoded(fhir().toString());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sandbox/ward-token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).get("access_token").asText();
        } catch (InterruptedException givenUp) {
            throw new IOException(givenUp);
        }
    }

    /** The processor time it has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its record of FHIR requests: status, bytes sent, path. */
    List<String> requests() throws IOException {
        return Files.exists(requests)
                ? Files.readAllLines(requests).stream()
                        .filter(line -> line.contains(" /fhir"))
                        .toList()
                : List.of();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException givenUp) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
