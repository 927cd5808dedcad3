package org.anamnesis.conflict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The word lists of this package, which a clinician can read and a hospital can change. */
final class WordFile {

    private WordFile() {}

    /** The lines of a file, without comments and blank lines. */
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

    /** Terms separated by commas. */
    static List<String> terms(String listed) {
        return List.of(listed.strip().split("\\s*,\\s*"));
    }

    /** Any of some terms as whole words; a star stands for any ending, or for one word. */
    static Pattern anyOf(List<String> terms) {
        return Pattern.compile(terms.stream().map(WordFile::form).collect(Collectors.joining("|", "(?:", ")")));
    }

    private static String form(String term) {
        String words = Arrays.stream(term.split(" "))
                .map(word -> word.equals("*")
                        ? "\\S+"
                        : Pattern.quote(word.replace("*", "")) + (word.endsWith("*") ? "\\p{L}*" : ""))
                .collect(Collectors.joining("\\s+"));
        boolean opensWithAWord = Character.isLetterOrDigit(term.charAt(0));
        boolean endsWithAWord = Character.isLetterOrDigit(term.charAt(term.length() - 1));
        return (opensWithAWord ? "(?<![\\p{L}\\d])" : "") + words + (endsWithAWord ? "(?![\\p{L}\\d])" : "");
    }
}
