package org.anamnesis.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes the files that a test reads. */
public final class FilesOfATest {

    private FilesOfATest() {}

    /** A file below a folder, packed where its name says so. */
    public static Path write(Path folder, String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = Files.newOutputStream(file);
                    OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
                packed.write(text);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
