package org.anamnesis.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.anamnesis.chart.Concept;

/** The table of words, {@code words.txt}: what words and coded answers mean as the value of an input. */
final class WordTable {

    private static final List<Meaning> MEANINGS = Rows.of(WordTable.class, "words.txt").rows().stream()
            .map(Meaning::of)
            .toList();

    /** The answers of a checklist, for inputs that have no words of their own. */
    private static final String ANSWER = "answer";

    private WordTable() {}

    /** The value that the words mean, by the codes behind them where no word is known; empty where neither is. */
    static Optional<String> value(Parameter parameter, Concept said) {
        String key = known(parameter.key()) ? parameter.key() : ANSWER;
        List<String> text = Text.words(said.text());
        return last(key, meaning -> meaning.isSaid(text))
                .or(() -> last(
                        key,
                        meaning -> said.codings().stream()
                                .map(Concept.Coding::code)
                                .anyMatch(meaning.codes()::contains)));
    }

    private static boolean known(String key) {
        return MEANINGS.stream().anyMatch(meaning -> meaning.key().equals(key));
    }

    private static Optional<String> last(String key, Predicate<Meaning> isMeant) {
        return MEANINGS.stream()
                .filter(meaning -> meaning.key().equals(key))
                .filter(isMeant)
                .map(Meaning::value)
                .reduce((earlier, later) -> later);
    }

    private record Meaning(
            String key, String value, List<List<String>> within, List<List<String>> whole, Set<String> codes) {

        static Meaning of(Rows.Row row) {
            List<String> phrases = row.list("phrases");
            return new Meaning(
                    row.cell("key"),
                    row.cell("value"),
                    phrases.stream()
                            .filter(phrase -> !isQuoted(phrase))
                            .map(Text::words)
                            .toList(),
                    phrases.stream().filter(Meaning::isQuoted).map(Text::words).toList(),
                    Set.copyOf(row.list("codes")));
        }

        boolean isSaid(List<String> text) {
            return whole.contains(text) || within.stream().anyMatch(phrase -> Text.says(text, phrase));
        }

        private static boolean isQuoted(String phrase) {
            return phrase.startsWith("\"");
        }
    }
}
