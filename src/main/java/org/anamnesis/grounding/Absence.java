package org.anamnesis.grounding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Coverage;

/**
 * Checks a statement that something is not recorded, which cites lines of the coverage instead of facts.
 *
 * <p>Only "none recorded" bears it out: a search that failed, was cut off or was not asked says nothing. And only the chart
 * is spoken of, never the patient: the statement must say "recorded", "documented" or "listed".
 */
final class Absence {

    private static final Set<String> ABOUT_THE_CHART = Set.of("recorded", "documented", "listed", "found");

    private Absence() {}

    static List<Finding> against(String text, List<Coverage.Entry> cited) {
        Optional<Coverage.Entry> other = cited.stream()
                .filter(entry -> !(entry.outcome() instanceof Coverage.Outcome.NoneRecorded))
                .findFirst();
        if (other.isPresent()) {
            return List.of(Finding.contradicted(
                    "absence",
                    "%s is “%s” in the coverage, which is not “none recorded”"
                            .formatted(other.get().type(), other.get().outcome().code())));
        }
        List<Token> tokens = Sentence.tokens(text);
        boolean aboutTheChart = says(tokens, ABOUT_THE_CHART) && says(tokens, Vocabulary.NEGATIONS);
        if (!aboutTheChart) {
            return List.of(Finding.notFound("absence", "nothing recorded is all that can be said of it"));
        }
        return tokens.stream()
                .flatMap(token -> unknown(token, cited).stream())
                .map(word -> Finding.notFound("word", "“%s” is not what was asked for".formatted(word)))
                .toList();
    }

    private static boolean says(List<Token> tokens, Set<String> words) {
        return tokens.stream().anyMatch(token -> token instanceof Token.Word word && words.contains(word.text()));
    }

    private static Optional<String> unknown(Token token, List<Coverage.Entry> cited) {
        return switch (token) {
            case Token.Word word ->
                Vocabulary.isNeutral(word.text()) || cited.stream().anyMatch(entry -> names(entry, word.text()))
                        ? Optional.empty()
                        : Optional.of(word.text());
            case Token.Number number -> Optional.of(number.written());
            case Token.Day day -> Optional.of(day.written());
            case Token.Clock clock -> Optional.of(clock.written());
            case Token.Pause ignored -> Optional.empty();
            case Token.Stop ignored -> Optional.empty();
        };
    }

    private static boolean names(Coverage.Entry entry, String word) {
        return (entry.type() + " " + entry.asked()).toLowerCase(Locale.ROOT).contains(Vocabulary.normal(word));
    }
}
