package org.anamnesis.sandbox.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One file with charts: a Bundle, a single resource, or one resource a line.
 *
 * @param path where it lies
 * @param root the directory it was found in, which its name starts from
 */
record ChartFile(Path path, Path root) {

    private static final List<String> WHOLE = List.of(".json", ".json.gz");
    private static final List<String> LINES = List.of(".ndjson", ".ndjson.gz");

    /** The chart files below a directory, by name. */
    static List<ChartFile> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> endsWith(path, WHOLE) || endsWith(path, LINES))
                    .sorted()
                    .map(path -> new ChartFile(path, root))
                    .toList();
        }
    }

    /** Its name below the directory it was found in. */
    String name() {
        return root.relativize(path).toString();
    }

    /** The name of the folder it lies in, which tells charts of the same ids apart. */
    String folder() {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null || parent.getFileName() == null
                ? stem()
                : parent.getFileName().toString();
    }

    /** Its file name without the endings. */
    String stem() {
        return path.getFileName().toString().replaceFirst("\\.(nd)?json(\\.gz)?$", "");
    }

    /** Whether it has one resource a line. */
    boolean hasLines() {
        return endsWith(path, LINES);
    }

    /** The whole file, which is a Bundle or a resource. */
    ObjectNode read() throws IOException {
        try (InputStream in = open()) {
            return ChartJson.read(in);
        }
    }

    /** Its first line with something on it, without reading further. Fails where there is none. */
    ObjectNode first() throws IOException {
        try (Stream<String> lines = lines()) {
            String line = lines.findFirst().orElseThrow(() -> new IOException("the file is empty"));
            return ChartJson.read(line);
        }
    }

    /** Its lines that hold something; the caller closes them. */
    Stream<String> lines() throws IOException {
        var reader = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8));
        return reader.lines().filter(line -> !line.isBlank()).onClose(() -> close(reader));
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        if (!path.toString().endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWith(Path path, List<String> endings) {
        return endings.stream().anyMatch(path.getFileName().toString()::endsWith);
    }
}
