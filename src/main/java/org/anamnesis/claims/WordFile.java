package org.anamnesis.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a word list of this package, without comments and blank lines. */
final class WordFile {

    private WordFile() {}

    static List<String> lines(String name) {
        try (InputStream file = WordFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the product lacks its own file " + name);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
