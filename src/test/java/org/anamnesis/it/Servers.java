package org.anamnesis.it;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.anamnesis.smart.SigningKeys;
import org.jspecify.annotations.Nullable;

/**
 * What all integration tests share: the sandbox, and where the server of Arquillian finds its ports, files and settings. Made
 * once, before Arquillian reads its own configuration, which names these as system properties.
 */
final class Servers implements AutoCloseable {

    private static @Nullable Servers current;

    private final int httpPort = Ports.free();
    private final int managementPort = Ports.free();
    private final Path directory;
    private final Sandbox sandbox;

    private Servers() throws IOException {
        directory = Path.of("target", "it").toAbsolutePath();
        Directories.delete(directory);
        Files.createDirectories(directory);
        Path home = Path.of(System.getProperty("jboss.home"));
        Directories.copy(home.resolve("standalone"), directory.resolve("standalone"));
        Directories.delete(directory.resolve("standalone/deployments/ROOT.war"));
        Files.writeString(
                keys(), new JWKSet(List.of(SigningKeys.CLIENT_RSA, (JWK) SigningKeys.CLIENT_EC)).toString(false));
        sandbox = new Sandbox(base(), directory);
        write(values(), directory.resolve("product.properties"));
        System.setProperty("it.base", directory.resolve("standalone").toString());
        System.setProperty("it.management.port", String.valueOf(managementPort));
        System.setProperty(
                "it.settings", directory.resolve("product.properties").toUri().toString());
    }

    /** Starts them; the sandbox goes on starting in the background. */
    static synchronized void start() {
        try {
            current = new Servers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void stop() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** The sandbox, ready. */
    static Sandbox sandbox() {
        Sandbox sandbox = get().sandbox;
        sandbox.awaitReady();
        return sandbox;
    }

    /** Where the product answers, e.g. {@code http://localhost:8080}. */
    static URI product() {
        return get().base();
    }

    /** Everything the server has written to its log. */
    static String log() throws IOException {
        return Files.readString(get().directory.resolve("standalone/log/server.log"));
    }

    /** A directory for what a test needs on disk. */
    static Path directory() {
        return get().directory;
    }

    /** The product's settings for the sandbox. */
    static Map<String, String> settings() {
        return get().values();
    }

    private static synchronized Servers get() {
        return Objects.requireNonNull(current, "started before the first test");
    }

    private Path keys() {
        return directory.resolve("keys.json");
    }

    private URI base() {
        return URI.create("http://localhost:" + httpPort);
    }

    private Map<String, String> values() {
        String ehr = "anamnesis.ehr.sandbox.";
        Map<String, String> settings = new TreeMap<>();
        settings.put("jboss.http.port", String.valueOf(httpPort));
        settings.put("jboss.management.http.port", String.valueOf(managementPort));
        settings.put("anamnesis.base-url", base().toString());
        settings.put("anamnesis.keys", keys().toString());
        settings.put("anamnesis.ehrs", "sandbox");
        settings.put(ehr + "fhir-base", sandbox.fhir().toString());
        settings.put(ehr + "issuer", sandbox.ehr().toString());
        settings.put(ehr + "backend-client-id", "anamnesis-backend");
        settings.put(ehr + "app-client-id", "anamnesis-app");
        settings.put(ehr + "ward-lists", "true");
        settings.put(ehr + "frame-ancestors", sandbox.ehr().toString());
        settings.put(ehr + "allow-loopback-http", "true");
        settings.put(ehr + "trust-user-scopes", "true");
        settings.put(ehr + "timeout", "PT3S");
        settings.put("anamnesis.model.base-url", sandbox.model() + "/v1");
        settings.put("anamnesis.model.name", "scripted");
        settings.put("anamnesis.model.first-token-timeout", "PT2S");
        settings.put("anamnesis.model.timeout", "PT6S");
        return settings;
    }

    private static void write(Map<String, String> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
