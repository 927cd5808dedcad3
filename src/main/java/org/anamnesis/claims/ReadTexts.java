package org.anamnesis.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.course.DrugMentions;

/**
 * What the texts of one chart's facts say. Facts say much in the same words, "daily", "blood pressure", so that each text is read
 * once and its reading kept while the chart is read. For one thread.
 */
final class ReadTexts {

    private static final DrugMentions DRUGS = new DrugMentions(List.of());

    private final Map<String, List<String>> stems = new HashMap<>();
    private final Map<String, Set<String>> ingredients = new HashMap<>();
    private final Map<String, List<Amount>> amounts = new HashMap<>();
    private final Map<String, Set<String>> ways = new HashMap<>();
    private final Map<String, Set<String>> rhythms = new HashMap<>();

    /** As {@link Phrases#stems}. */
    List<String> stems(String text) {
        return stems.computeIfAbsent(text, Phrases::stems);
    }

    /** Of all drugs that it names. */
    Set<String> ingredients(String text) {
        return ingredients.computeIfAbsent(text, first -> {
            Set<String> all = new HashSet<>();
            DRUGS.in(first).forEach(mention -> all.addAll(mention.ingredients()));
            return all;
        });
    }

    /** Its numbers, in their order. */
    List<Amount> amounts(String text) {
        return amounts.computeIfAbsent(
                text,
                first -> Lexer.pieces(first).stream()
                        .map(Lexer.Piece::amount)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** As {@link Phrases#ways}. */
    Set<String> ways(String text) {
        return ways.computeIfAbsent(text, Phrases::ways);
    }

    /** As {@link Phrases#rhythms}. */
    Set<String> rhythms(String text) {
        return rhythms.computeIfAbsent(text, Phrases::rhythms);
    }
}
