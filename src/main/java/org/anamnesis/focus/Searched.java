package org.anamnesis.focus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was looked for, in words for people. */
final class Searched {

    private Searched() {}

    static List<String> words(Asked asked, boolean withNotes) {
        List<String> words = new ArrayList<>();
        words.add(
                asked.subject().topics().isEmpty()
                        ? "all kinds of facts"
                        : asked.subject().topics().stream()
                                .map(Topic::words)
                                .sorted()
                                .collect(Collectors.joining(", ")));
        asked.subject().names().forEach(name -> words.add("named " + name));
        asked.subject().qualifiers().forEach(qualifier -> words.add("by or from " + qualifier.phrase()));
        asked.spans().forEach(span -> words.add(span.words()));
        asked.stay().ifPresent(stay -> words.add(stay.words()));
        asked.choice().ranks().forEach(rank -> words.add("the " + rank.words()));
        if (withNotes) {
            words.add("sentences of notes");
        }
        return words;
    }
}
