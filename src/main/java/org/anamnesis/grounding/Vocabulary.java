package org.anamnesis.grounding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words the check knows: those that say nothing of a patient, those that mean the same, and opposites. */
final class Vocabulary {

    /** Words that turn what follows into its absence. */
    static final Set<String> NEGATIONS = Set.of(
            "no", "not", "none", "without", "denies", "denied", "never", "neither", "nor", "nil", "negative", "absent");

    private static final Set<String> NEUTRAL = neutral();
    private static final Map<String, String> SYNONYMS = synonyms();
    private static final Map<String, String> OPPOSITES = opposites();

    /** The same in the form in which words are compared. */
    static final Set<String> NORMAL_NEGATIONS =
            NEGATIONS.stream().map(Vocabulary::normal).collect(Collectors.toUnmodifiableSet());

    private Vocabulary() {}

    /** Whether a word says nothing of a patient by itself. */
    static boolean isNeutral(String word) {
        return NEUTRAL.contains(word);
    }

    /** The form in which words are compared: one spelling for synonyms, singular for plural. */
    static String normal(String word) {
        String spelling = SYNONYMS.getOrDefault(word, word);
        String bare = spelling.endsWith("'s") ? spelling.substring(0, spelling.length() - 2) : spelling;
        boolean plural = bare.length() > 3
                && bare.endsWith("s")
                && !bare.endsWith("ss")
                && !bare.endsWith("us")
                && !bare.endsWith("is");
        return plural ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** The word that excludes this one. */
    static Optional<String> opposite(String normal) {
        return Optional.ofNullable(OPPOSITES.get(normal));
    }

    private static Set<String> neutral() {
        Set<String> words = new HashSet<>();
        lines("neutral-words.txt").forEach(line -> words.addAll(List.of(line.split(" "))));
        return Set.copyOf(words);
    }

    private static Map<String, String> synonyms() {
        Map<String, String> words = new HashMap<>();
        lines("synonyms.txt").map(line -> line.split(" = ")).forEach(pair -> words.put(pair[0], pair[1]));
        return Map.copyOf(words);
    }

    private static Map<String, String> opposites() {
        Map<String, String> words = new HashMap<>();
        lines("opposites.txt").map(line -> line.split(" ")).forEach(pair -> {
            words.put(pair[0], pair[1]);
            words.put(pair[1], pair[0]);
        });
        return Map.copyOf(words);
    }

    /** The lines of a list beside this class, without comments. */
    static Stream<String> lines(String name) {
        try (InputStream file = Vocabulary.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the product lacks its own file " + name);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
