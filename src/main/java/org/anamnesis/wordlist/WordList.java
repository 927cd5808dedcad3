package org.anamnesis.wordlist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A word list: UTF-8, one entry a line, comments behind {@code #} at the beginning of a line. */
public final class WordList {

    private static final String ROOT = "/org/anamnesis/";

    private WordList() {}

    /**
     * The lines of a list, without comments and blank ones.
     *
     * @param path the package it belongs to and its name, e.g. {@code conflict/cues.txt}
     */
    public static List<String> lines(String path) {
        try (InputStream file = WordList.class.getResourceAsStream(ROOT + path)) {
            if (file == null) {
                throw new IllegalStateException("the product lacks its own file " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The words of a list, separated by commas or line ends. */
    public static Set<String> words(String path) {
        return lines(path).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Terms separated by commas. */
    public static List<String> terms(String listed) {
        return List.of(listed.strip().split("\\s*,\\s*"));
    }
}
