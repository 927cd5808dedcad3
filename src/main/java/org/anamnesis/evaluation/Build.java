package org.anamnesis.evaluation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Fingerprints: of the product's classes and of files, so that a stopped run goes on only where both are the same. */
final class Build {

    private static final int SHOWN = 12;

    private Build() {}

    /** Of the classes that run here. */
    static String fingerprint() throws IOException {
        Path classes;
        try {
            classes = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("classes come from a file", impossible);
        }
        try (Stream<Path> files = Files.walk(classes)) {
            return of(classes, files.filter(Files::isRegularFile).sorted().toList())
                    .substring(0, SHOWN);
        }
    }

    /** Of the names and the contents of files. */
    static String of(Path root, Collection<Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : List.copyOf(files)) {
            digest.update(root.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
