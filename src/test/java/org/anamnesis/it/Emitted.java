package org.anamnesis.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anamnesis.it.Exchange.Answer;

/** What the facade answered in this run, a few of each kind, for {@link WholeRunIT} to validate at the end. */
final class Emitted {

    static final Path FOLDER = Path.of("target", "emitted");

    private static final int OF_EACH_KIND = 4;
    private static final Map<String, Integer> KEPT = new ConcurrentHashMap<>();

    static {
        forget();
    }

    private Emitted() {}

    /** All integration tests run in one process: what is there when the first of them begins is of an earlier run. */
    private static void forget() {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void keep(URI address, Answer answer) {
        String path = address.getPath();
        if (!path.contains("/fhir/sandbox") || !answer.header("Content-Type").contains("fhir+json")) {
            return;
        }
        String kind = path.substring(path.indexOf("/fhir/sandbox"))
                        .replaceAll(
                                "/(Patient|Encounter|Group|Location|DocumentReference|AuditEvent|_async)/[^/]+",
                                "/$1/x")
                + " " + answer.status();
        int number = KEPT.merge(kind, 1, Integer::sum);
        if (number <= OF_EACH_KIND) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(
                        FOLDER.resolve(kind.replaceAll("[^A-Za-z0-9]+", "-") + "-" + number + ".json"),
                        answer.text(),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
