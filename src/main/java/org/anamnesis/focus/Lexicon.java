package org.anamnesis.focus;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.chart.Attribute.Role;

/** Every name and mark of a chart as a whole phrase: what a question can call by its very words. */
final class Lexicon {

    /** Marks that a thing can be called by; other marks qualify it. */
    static final Set<Role> NAMING = EnumSet.of(Role.SPECIMEN, Role.ORGANISM, Role.TEST);

    private static final Set<Role> QUALIFYING = EnumSet.of(Role.ROUTE, Role.ADMITTED_FROM);

    private final Map<Phrase, Set<Entry>> names = new HashMap<>();
    private final Map<Role, Map<Phrase, Set<Entry>>> qualifiers = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private int longest;

    Lexicon(List<Entry> entries) {
        for (Entry entry : entries) {
            entry.names().forEach(name -> add(names, name, entry));
            NAMING.forEach(role -> entry.marks(role).forEach(mark -> add(names, mark, entry)));
            QUALIFYING.forEach(role -> entry.marks(role)
                    .forEach(mark -> add(qualifiers.computeIfAbsent(role, first -> new HashMap<>()), mark, entry)));
        }
    }

    /** What is called exactly so; empty where nothing is. */
    Set<Entry> named(Phrase phrase) {
        return names.getOrDefault(phrase, Set.of());
    }

    /** What is marked exactly so; empty where nothing is. */
    Set<Entry> qualified(Role role, Phrase phrase) {
        return qualifiers.getOrDefault(role, Map.of()).getOrDefault(phrase, Set.of());
    }

    /** Whether any name or mark has this word. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    int longest() {
        return longest;
    }

    private void add(Map<Phrase, Set<Entry>> to, String text, Entry entry) {
        Phrase phrase = Phrase.of(text);
        if (!phrase.isEmpty()) {
            to.computeIfAbsent(phrase, first -> new LinkedHashSet<>()).add(entry);
            words.addAll(phrase.words());
            longest = Math.max(longest, phrase.length());
        }
    }
}
