package org.anamnesis.sandbox.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the product needs on disk to run in the sandbox: a fresh copy of the provisioned server's {@code standalone}, keys and
 * settings, all below the sandbox's own target directory.
 */
final class ProductFiles {

    private final Options options;

    ProductFiles(Options options) {
        this.options = options;
    }

    /** The copy that this run writes into. */
    Path base() {
        return options.target().resolve("wildfly");
    }

    Path settings() {
        return options.target().resolve("product.properties");
    }

    /** What the server says while it runs. */
    Path log() {
        return options.target().resolve("wildfly.log");
    }

    /** The product as deployed. */
    Path war() {
        return options.server().resolve("standalone").resolve("deployments").resolve("ROOT.war");
    }

    /** Makes everything anew: the sandbox forgets what an earlier run did. */
    void prepare() throws IOException {
        Path provisioned = options.server().resolve("standalone");
        if (!Files.isRegularFile(war())) {
            throw new IOException("the product is not built: " + war() + " is missing");
        }
        delete(base());
        copy(provisioned, base());
        ProductKeys.write(keys());
        var properties = new Properties();
        properties.putAll(values());
        try (Writer writer = Files.newBufferedWriter(settings())) {
            properties.store(writer, null);
        }
    }

    private Path keys() {
        return options.target().resolve("keys.json");
    }

    private Map<String, String> values() {
        String ehr = "http://127.0.0.1:" + options.ports().ehr();
        Map<String, String> values = new TreeMap<>(Map.of(
                "jboss.http.port", String.valueOf(options.ports().http()),
                "jboss.management.http.port", String.valueOf(options.ports().management()),
                "anamnesis.base-url", options.productBase().toString(),
                "anamnesis.keys", keys().toAbsolutePath().toString(),
                "anamnesis.ehrs", "sandbox"));
        values.putAll(Map.of(
                "anamnesis.ehr.sandbox.fhir-base",
                ehr + "/fhir",
                "anamnesis.ehr.sandbox.issuer",
                ehr,
                "anamnesis.ehr.sandbox.backend-client-id",
                "anamnesis-backend",
                "anamnesis.ehr.sandbox.backend-algorithm",
                options.algorithm(),
                "anamnesis.ehr.sandbox.app-client-id",
                "anamnesis-app",
                "anamnesis.ehr.sandbox.ward-lists",
                "true",
                "anamnesis.ehr.sandbox.frame-ancestors",
                ehr,
                "anamnesis.ehr.sandbox.allow-loopback-http",
                "true",
                // Every practitioner of the sandbox may see every patient.
                "anamnesis.ehr.sandbox.trust-user-scopes",
                "true"));
        if (!options.rules()) {
            values.put(
                    "anamnesis.model.base-url",
                    "http://127.0.0.1:" + options.ports().model() + "/v1");
            values.put("anamnesis.model.name", "scripted");
        }
        return values;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
