package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words and abbreviations that mean the same. */
final class Synonyms {

    private static final Map<Phrase, List<Phrase>> GROUPS = read();

    /** The longest phrase that has any. */
    static final int LONGEST =
            GROUPS.keySet().stream().mapToInt(Phrase::length).max().orElse(0);

    private Synonyms() {}

    /** The other ways to say it; empty where none is known. */
    static List<Phrase> of(Phrase phrase) {
        return GROUPS.getOrDefault(phrase, List.of());
    }

    private static Map<Phrase, List<Phrase>> read() {
        Map<Phrase, List<Phrase>> groups = new HashMap<>();
        for (String line : WordFile.lines("synonyms.txt")) {
            List<Phrase> group = List.of(line.split(",")).stream().map(Phrase::of).toList();
            for (Phrase phrase : group) {
                group.stream()
                        .filter(other -> !other.equals(phrase))
                        .forEach(other ->
                                groups.computeIfAbsent(phrase, first -> new ArrayList<>()).add(other));
            }
        }
        return Map.copyOf(groups);
    }
}
