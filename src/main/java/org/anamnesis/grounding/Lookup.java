package org.anamnesis.grounding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.anamnesis.chart.Chart;
import org.anamnesis.chart.Fact;

/** All facts of a chart by the words they say. */
final class Lookup {

    private final List<Evidence> all = new ArrayList<>();
    private final Map<String, BitSet> byWord = new HashMap<>();

    Lookup(Chart chart) {
        // The facts of a chart say much in the same words; each text is read once.
        Map<String, List<Token>> read = new HashMap<>();
        chart.facts().forEach(fact -> add(fact, text -> read.computeIfAbsent(text, Sentence::tokens)));
    }

    private void add(Fact fact, Function<String, List<Token>> reader) {
        Evidence evidence = new Evidence(fact, reader);
        int place = all.size();
        all.add(evidence);
        evidence.allWords()
                .forEach(word ->
                        byWord.computeIfAbsent(word, first -> new BitSet()).set(place));
    }

    /** The facts that say all of these words. */
    List<Evidence> saying(Sought sought) {
        BitSet places = new BitSet();
        places.set(0, all.size());
        for (Want.Term term : sought.terms()) {
            places.and(byWord.getOrDefault(term.normal(), new BitSet()));
        }
        return places.stream()
                .mapToObj(all::get)
                .filter(evidence -> sought.concerns(evidence.fact()))
                .toList();
    }

    boolean knows(String word) {
        return byWord.containsKey(word);
    }

    /** The words of a name, in normal form. */
    static Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        for (Token token : Sentence.tokens(name)) {
            if (token instanceof Token.Word word && !Vocabulary.isNeutral(word.text())) {
                words.add(Vocabulary.normal(word.text()));
            }
        }
        return words;
    }
}
