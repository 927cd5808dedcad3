package org.anamnesis.deidentification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Words kept as a file of the product, so that people can read and correct them; {@code #} begins a comment. */
final class WordFile {

    private WordFile() {}

    /** Words separated by commas and line ends. */
    static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        lines(name).forEach(line -> words.addAll(split(line)));
        return Set.copyOf(words);
    }

    /** Lines of {@code kind: words}. */
    static Map<String, Set<String>> kinds(String name) {
        Map<String, Set<String>> kinds = new HashMap<>();
        lines(name).forEach(line -> {
            int colon = line.indexOf(':');
            kinds.put(line.substring(0, colon).strip(), Set.copyOf(new HashSet<>(split(line.substring(colon + 1)))));
        });
        return Map.copyOf(kinds);
    }

    /** The words of one kind, as alternatives of a pattern, the longest first. */
    static String alternatives(Set<String> words) {
        return String.join(
                "|",
                words.stream()
                        .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                        .map(word -> word.replace(".", "\\.").replace(" ", "\\s+"))
                        .toList());
    }

    private static List<String> split(String line) {
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Stream<String> lines(String name) {
        try (InputStream file = WordFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException("the product has no words " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
