package org.anamnesis.deidentification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.anamnesis.wordlist.WordList;

/** Words kept as a file of the product, so that people can read and correct them; {@code #} begins a comment. */
final class WordFile {

    private static final String FOLDER = "deidentification/";

    private WordFile() {}

    /** Words separated by commas and line ends. */
    static Set<String> words(String name) {
        return WordList.words(FOLDER + name);
    }

    /** Lines of {@code kind: words}. */
    static Map<String, Set<String>> kinds(String name) {
        Map<String, Set<String>> kinds = new HashMap<>();
        WordList.lines(FOLDER + name).forEach(line -> {
            int colon = line.indexOf(':');
            kinds.put(
                    line.substring(0, colon).strip(),
                    Set.copyOf(new HashSet<>(WordList.terms(line.substring(colon + 1)))));
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
}
