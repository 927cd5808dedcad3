package org.anamnesis.focus;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.wordlist.WordList;

/** The words of questions that name nothing in a chart: those of grammar, and those in which people ask. */
final class QuestionWords {

    private static final Set<String> GRAMMAR = read("grammar-words.txt");
    private static final Set<String> ASKING = read("question-words.txt");
    private static final Pattern VERB = Pattern.compile("\\p{L}{3,}(?:ed|ing|ly)");

    private QuestionWords() {}

    /** Whether a word can be the name of something. */
    static boolean names(String word) {
        return says(word) && !ASKING.contains(word);
    }

    /** Whether a word says anything at all. */
    static boolean says(String word) {
        return !GRAMMAR.contains(word);
    }

    /** Whether a word looks like a verb or an adverb: where a chart does not have it, it names nothing. */
    static boolean isVerbLike(String word) {
        return VERB.matcher(word).matches();
    }

    private static Set<String> read(String name) {
        Set<String> words = new HashSet<>();
        WordList.lines("focus/" + name)
                .forEach(line -> words.addAll(Phrase.of(line).words()));
        return Set.copyOf(words);
    }
}
