package org.anamnesis.focus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of questions that name nothing in a chart. */
final class QuestionWords {

    private static final Set<String> WORDS = read();

    private QuestionWords() {}

    static boolean names(String word) {
        return !WORDS.contains(word);
    }

    private static Set<String> read() {
        Set<String> words = new HashSet<>();
        WordFile.lines("question-words.txt").forEach(line -> {
            for (String word : line.split(" ")) {
                words.addAll(Phrase.of(word).words());
            }
        });
        return Set.copyOf(words);
    }
}
