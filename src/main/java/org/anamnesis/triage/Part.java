package org.anamnesis.triage;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a complaint between two signs.
 *
 * @param words its words in their order
 * @param texts the same words without order, to look for
 */
record Part(List<Word> words, Set<String> texts) {

    static Part of(List<Word> words) {
        return new Part(List.copyOf(words), words.stream().map(Word::text).collect(Collectors.toUnmodifiableSet()));
    }

    boolean hasOneOf(Set<String> choices) {
        return choices.stream().anyMatch(texts::contains);
    }

    /** Whether it says anything of now. */
    boolean isPresent() {
        return words.stream().anyMatch(Word::isPresent);
    }
}
