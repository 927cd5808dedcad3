package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.wordlist.WordList;

/** Words and abbreviations that mean the same, and what a broader word covers. */
final class Synonyms {

    private static final Map<Phrase, List<Phrase>> GROUPS = read();

    /** The longest phrase that has any. */
    static final int LONGEST =
            GROUPS.keySet().stream().mapToInt(Phrase::length).max().orElse(0);

    private Synonyms() {}

    /** The other ways to say it, and what it covers; empty where none is known. */
    static List<Phrase> of(Phrase phrase) {
        return GROUPS.getOrDefault(phrase, List.of());
    }

    private static List<Phrase> phrases(String list) {
        return Arrays.stream(list.split(",")).map(Phrase::of).toList();
    }

    private static Map<Phrase, List<Phrase>> read() {
        Map<Phrase, List<Phrase>> groups = new HashMap<>();
        for (String line : WordList.lines("focus/synonyms.txt")) {
            List<Phrase> group = phrases(line);
            for (Phrase phrase : group) {
                group.stream()
                        .filter(other -> !other.equals(phrase))
                        .forEach(other -> groups.computeIfAbsent(phrase, first -> new ArrayList<>())
                                .add(other));
            }
        }
        for (String line : WordList.lines("focus/classes.txt")) {
            int equals = line.indexOf('=');
            List<Phrase> members = phrases(line.substring(equals + 1));
            phrases(line.substring(0, equals))
                    .forEach(name -> groups.computeIfAbsent(name, first -> new ArrayList<>())
                            .addAll(members));
        }
        return Map.copyOf(groups);
    }
}
